// Bundles the entry points that exist to dist/*.mjs. Packages stay outside; the workspace's own are taken in.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const entries = {
  main: "src/main.ts",
  worker: "src/worker.ts",
  sandbox: "src/sandbox/main.ts",
  "contract-thread": "src/modules/lending/contract-thread.service.ts",
  books: "src/app/books/cli.ts",
  contract: "src/app/contract.ts",
  demo: "src/app/demo/cli.ts",
};
const present = Object.entries(entries).filter(([, file]) => existsSync(join(here, file)));
const { dependencies } = JSON.parse(readFileSync(join(here, "package.json"), "utf8"));
const vendors = Object.keys(dependencies).filter((name) => !name.startsWith("@daichao/"));

rmSync(join(here, "dist", "chunks"), { recursive: true, force: true });
await build({
  absWorkingDir: here,
  entryPoints: Object.fromEntries(present),
  outdir: "dist",
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node24",
  sourcemap: "linked",
  // Split files are evaluated in an order of their own; this one must stand before every decorator.
  banner: { js: 'import "reflect-metadata";' },
  // Class names are the schema's type names.
  keepNames: true,
  external: [...vendors, ...vendors.map((name) => `${name}/*`)],
  tsconfig: join(here, "tsconfig.json"),
  logLevel: "warning",
}).then(nameOnlyClasses, () => {
  // esbuild has said what was wrong.
  process.exitCode = 1;
});

/**
 * keepNames defines the name of every closure whenever one is made, hot ones too, although nobody reads it and nearly all
 * have it already. So an arrow, which has no prototype and is no class, is left alone, and with others the helper looks
 * first.
 */
function nameOnlyClasses() {
  const helper = "var __name = (target, value) => __defProp(target";
  const chunks = join(here, "dist", "chunks");
  const files = readdirSync(chunks).filter((name) => name.endsWith(".mjs"));
  const changed = files.filter((name) => {
    const file = join(chunks, name);
    const text = readFileSync(file, "utf8");
    if (!text.includes(helper)) return false;
    writeFileSync(
      file,
      text.replace(
        helper,
        "var __name = (target, value) => target.prototype === undefined || target.name === value ? target : __defProp(target",
      ),
    );
    return true;
  });
  if (changed.length !== 1) throw new Error(`esbuild's naming helper stands in ${changed.length} chunks, not in one`);
}
