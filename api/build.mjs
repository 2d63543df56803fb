// Bundles the entry points that exist to dist/*.mjs. Packages stay outside; the workspace's own are taken in.
import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const entries = {
  main: "src/main.ts",
  worker: "src/worker.ts",
  sandbox: "src/sandbox/main.ts",
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
}).catch(() => {
  // esbuild has said what was wrong.
  process.exitCode = 1;
});
