/**
 * Runs before the first paint, inline in the head: the stored theme and language stand on <html> before anything is
 * drawn. Without storage (private windows) the system decides.
 */
export const themeScript =
  'var d=document.documentElement,t,l;try{t=localStorage.getItem("dc-theme");l=localStorage.getItem("dc-locale")}catch{}d.dataset.theme=t==="light"||t==="dark"?t:matchMedia("(prefers-color-scheme: dark)").matches?"dark":"light";if(l==="zh-CN"||l==="en-US")d.lang=l';

/** For `script-src` of the content security policy; a test keeps it true. */
export const themeScriptHash = "sha256-NGe1gjmDE+JkW9buxaE7sAcXsxINASo6dLiEfQEuDTo=";
