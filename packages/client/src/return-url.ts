const key = "dc-return-url";

// An absolute or protocol-relative address here would be an open redirect after sign-in.
function isLocal(url: string): boolean {
  return url.startsWith("/") && !url.startsWith("//") && !url.startsWith("/\\") && !url.startsWith("/auth");
}

/** Keeps the page a viewer was on until sign-in is done; returns what was kept. */
export function rememberReturnUrl(
  url = `${location.pathname}${location.search}${location.hash}`,
  storage: Storage = sessionStorage,
): string | null {
  if (!isLocal(url)) return null;
  storage.setItem(key, url);
  return url;
}

/** The kept page, which stays kept: where signing in will lead. */
export function keptReturnUrl(storage: Storage = sessionStorage): string | null {
  const url = storage.getItem(key);
  return url !== null && isLocal(url) ? url : null;
}

/** The kept page, once: the second call answers the fallback. */
export function takeReturnUrl(fallback = "/", storage: Storage = sessionStorage): string {
  const url = keptReturnUrl(storage);
  storage.removeItem(key);
  return url ?? fallback;
}
