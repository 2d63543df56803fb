import { gzipSync } from "node:zlib";
import type { Plugin, Rolldown } from "vite";

type Bundle = Rolldown.OutputBundle;
type Chunk = Rolldown.OutputChunk;

/** Gzipped bytes of what a browser must fetch. */
export interface Weight {
  js: number;
  css: number;
  files: string[];
}

/** bytes.json: what each html page loads first, what each lazily loaded page comes to with it, and every lazy chunk. */
export interface Weights {
  entries: Record<string, Weight>;
  pages: Record<string, Weight>;
  lazy: Record<string, number>;
}

/** Writes bytes.json beside the app: the budgets are checked against it. */
export function weigh(): Plugin {
  return {
    name: "daichao:bytes",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const source = JSON.stringify(weightsOf(bundle), null, 2);
        this.emitFile({ type: "asset", fileName: "bytes.json", source });
      },
    },
  };
}

function weightsOf(bundle: Bundle): Weights {
  const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
  const entries = chunks.filter((chunk) => chunk.isEntry && chunk.facadeModuleId?.endsWith(".html"));
  const lazy = chunks.filter((chunk) => chunk.isDynamicEntry);
  const first = new Set(entries.flatMap((entry) => [...closure(entry, bundle)]));
  const pages = lazy.filter(({ facadeModuleId }) => facadeModuleId?.includes("/src/pages/"));
  return {
    entries: Object.fromEntries(entries.map((entry) => [pageName(entry), weight(closure(entry, bundle), bundle)])),
    pages: Object.fromEntries(
      pages.map((page) => [pageName(page), weight(new Set([...first, ...closure(page, bundle)]), bundle)]),
    ),
    lazy: Object.fromEntries(
      chunks.filter((chunk) => !first.has(chunk)).map((chunk) => [chunk.fileName, gzipped(chunk.code)]),
    ),
  };
}

function pageName({ facadeModuleId, fileName }: Chunk): string {
  const id = facadeModuleId ?? fileName;
  return id.endsWith(".html") ? id.slice(id.lastIndexOf("/") + 1) : id.slice(id.indexOf("/src/pages/") + 11);
}

/** A chunk with everything it imports at once, itself included. */
export function closure(start: Chunk, bundle: Bundle, seen = new Set<Chunk>()): Set<Chunk> {
  if (seen.has(start)) return seen;
  seen.add(start);
  for (const name of start.imports) {
    const next = bundle[name];
    if (next?.type === "chunk") closure(next, bundle, seen);
  }
  return seen;
}

function weight(chunks: ReadonlySet<Chunk>, bundle: Bundle): Weight {
  const styles = stylesOf(chunks, bundle);
  const js = [...chunks].reduce((sum, chunk) => sum + gzipped(chunk.code), 0);
  const css = [...styles].reduce((sum, name) => sum + gzippedAsset(bundle[name]), 0);
  return { js, css, files: [...chunks].map(({ fileName }) => fileName).concat([...styles]) };
}

/** What the chunks import, and the one file of an app whose styles are together. */
export function stylesOf(chunks: ReadonlySet<Chunk>, bundle: Bundle): Set<string> {
  const together = Object.keys(bundle).filter((name) => /^assets\/style-[^/]+\.css$/.test(name));
  return new Set([...together, ...[...chunks].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])])]);
}

function gzippedAsset(output: Bundle[string] | undefined): number {
  return output?.type === "asset" ? gzipped(output.source) : 0;
}

function gzipped(source: string | Uint8Array): number {
  return gzipSync(source, { level: 9 }).length;
}
