import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { themeScript } from "../../ui/src/theme/theme-script.ts";

const inlineScript = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g;

/**
 * The theme stands before the first paint: the one inline script a page may have, allowed by its hash. So does the order
 * of the layers: whichever style sheet of a build comes first would settle it otherwise.
 */
export function themeBeforePaint(): Plugin {
  return {
    name: "daichao:theme",
    transformIndexHtml: () => [
      { tag: "script", children: themeScript, injectTo: "head-prepend" },
      { tag: "style", children: "@layer reset, antd, app;", injectTo: "head-prepend" },
    ],
  };
}

/** Writes csp-hashes.json: per page, what `script-src` must name besides 'self'. */
export function cspHashes(): Plugin {
  return {
    name: "daichao:csp",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const pages = Object.values(bundle).filter(({ fileName }) => fileName.endsWith(".html"));
        const hashes = pages.map((page) => [page.fileName, "source" in page ? hashesOf(String(page.source)) : []]);
        this.emitFile({
          type: "asset",
          fileName: "csp-hashes.json",
          source: JSON.stringify(Object.fromEntries(hashes), null, 2),
        });
      },
    },
  };
}

/** The hashes of all inline scripts in a page, as a policy names them. */
export function hashesOf(html: string): string[] {
  return [...html.matchAll(inlineScript)].map(
    ([, script = ""]) => `sha256-${createHash("sha256").update(script).digest("base64")}`,
  );
}
