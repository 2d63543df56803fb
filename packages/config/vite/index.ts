import react from "@vitejs/plugin-react";
import { defineConfig, type UserConfig } from "vite";
import { documents } from "./documents.ts";
import { messages } from "./messages.ts";
import { precompress } from "./precompress.ts";
import { cspHashes, themeBeforePaint } from "./security.ts";
import { weigh } from "./weight.ts";

export { messages } from "./messages.ts";

export interface AppOptions {
  app: "borrower" | "institution" | "admin";
  /** Path under which the app is served, with a slash at both ends. */
  base: string;
}

const one = [
  "react",
  "react-dom",
  "react-router",
  "@apollo/client",
  "graphql",
  "@lingui/core",
  "@lingui/react",
  "antd",
];
const apiPaths = ["/graphql", "/graphiql", "/docs", "/dev/", "/files", "/healthz", "/readyz", "/metrics"];

/** Vite for one of the three apps: same chunks, same promises about bytes and about scripts. */
export function appConfig({ app, base }: AppOptions): UserConfig {
  return defineConfig({
    base,
    cacheDir: `node_modules/.vite-${app}`,
    plugins: [messages(), documents(), react(), themeBeforePaint(), cspHashes(), weigh(), precompress()],
    resolve: { dedupe: one },
    build: {
      assetsDir: "assets",
      // A small file as data: URL would need its own word in the policy.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1024,
      rolldownOptions: { output: { codeSplitting: { groups: vendorGroups() } } },
    },
    server: devServer(),
  });
}

// Only what the first load needs anyway is gathered by vendor, for the sake of caching; the rest follows the routes.
function vendorGroups() {
  const initial = (name: string, test: RegExp) => ({ name, test, tags: ["$initial" as const] });
  return [
    initial("react", /node_modules[\\/](react|react-dom|react-router|scheduler)[\\/]/),
    initial("apollo", /node_modules[\\/](@apollo|graphql|rxjs|optimism|@wry|tslib)[\\/]/),
    initial("antd", /node_modules[\\/](antd|@ant-design|@rc-component|rc-[a-z-]+|dayjs)[\\/]/),
  ];
}

// In development one port serves everything: the bootstrap's proxy sends each path to the server that knows it.
function devServer(): UserConfig["server"] {
  const port = Number(process.env.VITE_PORT ?? 0);
  const clientPort = Number(process.env.DEV_PORT ?? 0);
  const api = process.env.DEV_API_URL ?? "http://127.0.0.1:4000";
  return {
    host: "127.0.0.1",
    ...(port > 0 ? { port, strictPort: true } : {}),
    hmr: { path: "__hmr", ...(clientPort > 0 ? { clientPort } : {}) },
    proxy: Object.fromEntries(apiPaths.map((path) => [path, { target: api, ws: path === "/graphql" }])),
  };
}
