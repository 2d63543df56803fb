/** Where other apps, the api and the operators' pages live: the worker never stands between them and the network. */
const foreign: readonly string[] = [
  "/institution",
  "/admin",
  "/graphql",
  "/graphiql",
  "/docs",
  "/dev",
  "/files",
  "/healthz",
  "/readyz",
  "/metrics",
  "/callbacks",
];

export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/** How a request goes: past the worker, as a page of this app, or as one of the files the app is made of. */
export type Way = "past" | "page" | "file";

const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

/** Only a GET to this app's own addresses is ever the worker's business, and never one that answers with data. */
export function wayOf({ method, mode, url }: Asked, origin: string): Way {
  const { origin: asked, pathname } = new URL(url);
  if (method !== "GET" || asked !== origin) return "past";
  if (foreign.some((place) => isWithin(pathname, place))) return "past";
  return mode === "navigate" ? "page" : "file";
}
