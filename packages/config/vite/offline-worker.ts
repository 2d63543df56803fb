import { createHash } from "node:crypto";
import { build, type Plugin, type Rolldown } from "vite";
import { closure, stylesOf } from "./weight.ts";

export interface OfflineOptions {
  /** The worker's source. */
  worker: string;
  /** Modules that must be there without a network, besides the first load: pages, and what they load by themselves. */
  modules: RegExp;
  /** Files of public/ that belong to them. */
  files: readonly string[];
}

/**
 * Builds worker.js, which stands beside index.html under its own name. It is told which files the public pages are made
 * of and a version that is another one as soon as any of these files is: so a browser sees that there is something new.
 */
export function offlineWorker({ worker, modules, files }: OfflineOptions): Plugin {
  return {
    name: "daichao:offline",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        const kept = ["/", ...files, ...filesOf(bundle, modules).map((name) => `/${name}`)];
        const page = bundle["index.html"];
        const version = createHash("sha256")
          .update(kept.join())
          .update(page && "source" in page ? page.source : "");
        const source = await compiled(worker, { __FILES__: kept, __VERSION__: version.digest("hex").slice(0, 12) });
        this.emitFile({ type: "asset", fileName: "worker.js", source });
      },
    },
  };
}

function filesOf(bundle: Rolldown.OutputBundle, modules: RegExp): string[] {
  const chunks = Object.values(bundle).filter((output) => output.type === "chunk");
  const wanted = chunks.filter(
    (chunk) => chunk.isEntry || (chunk.isDynamicEntry && chunk.moduleIds.some((id) => modules.test(id))),
  );
  const needed = new Set(wanted.flatMap((chunk) => [...closure(chunk, bundle)]));
  return [...[...needed].map(({ fileName }) => fileName), ...stylesOf(needed, bundle)].sort();
}

async function compiled(entry: string, define: Record<string, unknown>): Promise<string> {
  const words = Object.entries(define).map(([name, value]) => [name, JSON.stringify(value)]);
  const built = await build({
    configFile: false,
    logLevel: "error",
    define: Object.fromEntries(words),
    build: { write: false, copyPublicDir: false, lib: { entry, formats: ["iife"], name: "worker" } },
  });
  const [output] = [built].flat().flatMap((made) => ("output" in made ? made.output : []));
  if (output?.type !== "chunk") throw new Error(`${entry} gave no script`);
  return output.code;
}
