import { existsSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { codegen } from "./build.mjs";
import { say } from "./report.mjs";
import { apps, root } from "./root.mjs";

const settle = 400;

/** Runs codegen again for an app whenever one of its operations, or the schema, was saved. */
export function watchDocuments() {
  const renew = Object.fromEntries(apps.map((app) => [app, debounced(() => generate(app))]));
  for (const app of apps) {
    const folder = join(root, "apps", app, "src");
    if (!existsSync(folder)) continue;
    watch(folder, { recursive: true }, (_event, name) => {
      if (name && holdsOperation(join(folder, name))) renew[app]();
    });
  }
  watch(root, (_event, name) => {
    if (name === "schema.graphql") for (const app of apps) renew[app]();
  });
}

function holdsOperation(path) {
  if (!/\.tsx?$/.test(path) || /[\\/]gql[\\/]/.test(path) || !existsSync(path)) return false;
  return readFileSync(path, "utf8").includes("graphql(");
}

async function generate(app) {
  await codegen(join(root, "apps", app)).catch((error) => say(error.message));
}

function debounced(work) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, settle);
  };
}
