// Builds the self-hosted GraphiQL page to api/dist/graphiql: no request leaves the house, no inline script.
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const folder = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  configFile: false,
  root: folder("."),
  base: "/graphiql/",
  cacheDir: folder("../node_modules/.vite-graphiql"),
  logLevel: "warn",
  plugins: [react()],
  resolve: { dedupe: ["react", "react-dom", "graphql"] },
  worker: { format: "es" },
  build: {
    outDir: folder("../../../api/dist/graphiql"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 8000,
  },
});
