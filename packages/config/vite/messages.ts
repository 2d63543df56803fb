import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type CompiledMessage, compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import type { Plugin } from "vite";

const catalogue = /[\\/]messages[\\/][a-z]{2}-[A-Z]{2}\.json$/;
const prefix = "\0messages:";

/**
 * Catalogues are flat JSON (key to ICU text) for people and for types; the browser gets them compiled, so that no
 * parser is shipped. `import zh from "./messages/zh-CN.json"` gives what Lingui's `i18n.load` takes.
 */
export function messages(): Plugin {
  return {
    name: "daichao:messages",
    enforce: "pre",
    async resolveId(source, importer) {
      if (!catalogue.test(source)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      const file = found?.id ?? (importer ? resolve(dirname(importer), source) : source);
      // Without the ending no JSON plugin takes it for its own.
      return prefix + file.slice(0, -".json".length);
    },
    load(id) {
      if (!id.startsWith(prefix)) return null;
      const file = `${id.slice(prefix.length)}.json`;
      this.addWatchFile(file);
      return `export default ${JSON.stringify(compileCatalogue(readFileSync(file, "utf8"), file))};`;
    },
    handleHotUpdate({ file, server }) {
      if (!catalogue.test(file)) return undefined;
      const module = server.moduleGraph.getModuleById(prefix + file.slice(0, -".json".length));
      return module ? [module] : undefined;
    },
  };
}

/** Compiles the text of one catalogue; refuses, naming file and key, a message that is not valid ICU. */
export function compileCatalogue(text: string, file: string): Record<string, CompiledMessage> {
  const source: Record<string, string> = JSON.parse(text);
  const compile = ([key, message]: [string, string]) => {
    try {
      return [key, compileMessageOrThrow(message)];
    } catch (error) {
      throw new Error(`${file}: ${key}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  return Object.fromEntries(Object.entries(source).map(compile));
}
