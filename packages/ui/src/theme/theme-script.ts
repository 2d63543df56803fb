/**
 * Runs before the first paint, inline in the head: the stored theme, language and size of text stand on <html> before anything is
 * drawn. Without storage (private windows) the system decides.
 */
export const themeScript =
  'var d=document.documentElement,t,l,x;try{t=localStorage.getItem("dc-theme");l=localStorage.getItem("dc-locale");x=localStorage.getItem("dc-text")}catch{}d.dataset.theme=t==="light"||t==="dark"?t:matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light";if(l==="zh-CN"||l==="en-US")d.lang=l;if(x==="large")d.dataset.text=x';

/** For `script-src` of the content security policy; a test keeps it true. */
export const themeScriptHash = "sha256-UwTyu972Q/oA9Fdrsh+iZlQf+crpEPTDW6YLKx+3fck=";
