import { readFileSync } from "node:fs";

const tag = /<Route\b([^>]*?(?:=>[^>]*?)*)(\/?)>|<\/Route>/g;

/**
 * Every address pattern an app's router knows, once for each optional part it may end with: "/cases/:id?" is "/cases"
 * and "/cases/:id". Read from the source, so that a new route is missed by no walk.
 */
export function patternsOf(router: string): string[] {
  const open: string[] = [];
  const found = new Set<string>();
  const source = readFileSync(router, "utf8").replaceAll(/element=\{<[^}]*\/>\}/g, "element");
  for (const [whole, attributes = "", end] of source.matchAll(tag)) {
    if (whole === "</Route>") {
      open.pop();
      continue;
    }
    const own = /\bpath="([^"]*)"/.exec(attributes)?.[1];
    const path = [...open, own ?? ""].filter((part) => part !== "").join("/");
    const isPage = own !== undefined || /\bindex\b/.test(attributes);
    if (end !== "/") open.push(own ?? "");
    else if (isPage) for (const variant of variantsOf(path)) found.add(variant);
  }
  return [...found].sort();
}

function variantsOf(path: string): string[] {
  const parts = path.split("/");
  const firstOptional = parts.findIndex((part) => part.endsWith("?"));
  const least = firstOptional === -1 ? parts.length : firstOptional;
  const lengths = Array.from({ length: parts.length - least + 1 }, (_, more) => least + more);
  return lengths.map((length) => `/${parts.slice(0, length).join("/").replaceAll("?", "")}`);
}

/** The patterns that no walked address fits; a page that leads on to another by itself may be named as such. */
export function unwalked(
  patterns: readonly string[],
  walked: readonly string[],
  leadsOn: readonly string[] = [],
): string[] {
  const paths = walked.map((address) => address.split(/[?#]/)[0] ?? "");
  return patterns.filter((pattern) => {
    if (leadsOn.includes(pattern)) return false;
    const shape = pattern.replaceAll(/:\w+/g, "[^/]+").replaceAll("*", ".+");
    return !paths.some((path) => new RegExp(`^${shape}/?$`).test(path) && isOwn(path, pattern, patterns));
  });
}

// "/products/new" has a route of its own: it is no walk of "/products/:id".
function isOwn(path: string, pattern: string, patterns: readonly string[]): boolean {
  return path === pattern || !patterns.includes(path.replace(/\/$/, ""));
}
