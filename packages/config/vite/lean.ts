import type { Plugin } from "vite";

const printer = "\0document-key";
const pure = / = (?=React\d*\.(?:forwardRef|createContext|memo)\()/g;
const displayName = /^\w+\.displayName = "[^"]*";$/gm;
const plainNumber = "function number(locales, value, format) {";
const groupedHere = `${plainNumber}
  if (format === undefined && Number.isSafeInteger(value)) return String(value).replace(/\\B(?=(\\d{3})+$)/g, ",");`;

/**
 * Leaves out of the bundle what the libraries bring and no page uses.
 * GraphQL's printer: documents are sent as hashes, and what Apollo prints one for, telling two requests under way apart,
 * their JSON does as well. React Router's checks for developers, and its components nobody renders: names given for
 * developer tools would keep them alive.
 * Lingui's counts: both languages write whole numbers in groups of three, and the first number format that a browser
 * makes costs a slow phone 80 ms.
 */
export function lean(): Plugin {
  return {
    name: "daichao:lean",
    apply: "build",
    enforce: "pre",
    async resolveId(source, importer) {
      if (importer === undefined) return null;
      if (source.endsWith("/printer.mjs") && importer.includes("/graphql/")) return printer;
      if (source !== "react-router") return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && { ...found, id: found.id.replace("/dist/development/", "/dist/production/") };
    },
    load(id) {
      if (id !== printer) return null;
      return "export const print = (node) => JSON.stringify(node);\nexport const printForError = print;";
    },
    transform(code, id) {
      if (id.includes("/@lingui/core/dist/")) return { code: code.replace(plainNumber, () => groupedHere), map: null };
      if (!id.includes("/react-router/dist/")) return null;
      return { code: code.replaceAll(pure, " = /* @__PURE__ */ ").replaceAll(displayName, ""), map: null };
    },
  };
}
