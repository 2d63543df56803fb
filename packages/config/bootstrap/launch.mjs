import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ended, onEnding, start } from "./child.mjs";
import { ensureInstalled } from "./install.mjs";
import { say } from "./report.mjs";
import { root } from "./root.mjs";
import { findNode } from "./runtime.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/**
 * Runs a script of this folder under the right Node, after installing what is missing, and ends as it ends.
 * Written for any Node from 20 on and for an empty node_modules: nothing here may import a package.
 */
export async function launch(title, script, words = process.argv.slice(2)) {
  say(title);
  let child;
  let asked = false;
  onEnding((signal) => {
    asked = true;
    if (child) child.kill(signal);
    else process.exit(0);
  });
  try {
    await ensureInstalled();
    child = start([findNode(), join(here, script), ...words], { cwd: root });
  } catch (error) {
    console.error(`\n${error.message}`);
    process.exit(1);
  }
  const { code } = await ended(child);
  process.exit(asked ? (code ?? 0) : (code ?? 1));
}
