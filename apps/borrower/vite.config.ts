import { fileURLToPath } from "node:url";
import { appConfig } from "@daichao/config/vite";

export default appConfig({
  app: "borrower",
  base: "/",
  // What the home page, the list and a product's page all draw with.
  gathered:
    /(ui[\\/]src[\\/](light[\\/](Field|NumberField|TextField|Select|Checkbox|Dialog|Tag|Rate|Disclosure|GlossaryTerm|EmptyState)|format[\\/](decimal|money|rate|term))|features[\\/]catalog[\\/](ProductRow|product-search|CompareDock|RowSkeletons)|src[\\/](ui[\\/](Fact|InstitutionMark|NothingHere|Section)|lib[\\/](need|page-title|use-debounced-value|use-fresh|activity\.ts)))/,
  offline: {
    worker: fileURLToPath(new URL("./src/lib/offline/worker.ts", import.meta.url)),
    modules:
      /(ui|src)[\\/]messages[\\/][a-z]{2}-[A-Z]{2}|pages[\\/](home[\\/]HomePage|products[\\/]|missing[\\/])|catalog[\\/]KeptProducts|layouts[\\/]Offline/,
    files: ["/favicon.svg", "/manifest.webmanifest", "/manifest.en-US.webmanifest"],
  },
});
