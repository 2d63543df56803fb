import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Plugin } from "vite";

const worthwhile = /\.(js|css|html|svg|json|webmanifest|txt|wasm)$/;
const smallest = 1024;
const brotliQuality = 10;
const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

/** Compresses once, at build time, what the server would otherwise compress for everyone: name.gz and name.br beside it. */
export function precompress(): Plugin {
  let folder = "";
  return {
    name: "daichao:precompress",
    apply: "build",
    enforce: "post",
    configResolved(config) {
      folder = join(config.root, config.build.outDir);
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        const names = await readdir(folder, { recursive: true }).catch(() => []);
        for (const name of names.filter((name) => worthwhile.test(name))) await compress(join(folder, name));
      },
    },
  };
}

async function compress(path: string): Promise<void> {
  const source = await readFile(path);
  if (source.length < smallest) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: brotliQuality, [constants.BROTLI_PARAM_SIZE_HINT]: source.length };
  const [gz, br] = await Promise.all([gzipped(source, { level: 9 }), brotlied(source, { params })]);
  await Promise.all([writeFile(`${path}.gz`, gz), writeFile(`${path}.br`, br)]);
}
