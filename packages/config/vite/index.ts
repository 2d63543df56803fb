import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig, type UserConfig } from "vite";
import { documents } from "./documents.ts";
import { lean } from "./lean.ts";
import { messages } from "./messages.ts";
import { type OfflineOptions, offlineWorker } from "./offline-worker.ts";
import { precompress } from "./precompress.ts";
import { cspHashes, themeBeforePaint } from "./security.ts";
import { weigh } from "./weight.ts";

export { messages } from "./messages.ts";

export interface AppOptions {
  app: "borrower" | "institution" | "admin";
  /** Path under which the app is served, with a slash at both ends. */
  base: string;
  /** Modules that several of the first pages need: they come as one file instead of many small ones. */
  gathered?: RegExp;
  /** What the app keeps for days without a network; without it there is no worker. */
  offline?: OfflineOptions;
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
export function appConfig({ app, base, gathered, offline }: AppOptions): UserConfig {
  return defineConfig({
    base,
    cacheDir: `node_modules/.vite-${app}`,
    plugins: [
      messages(),
      documents(),
      lean(),
      react(),
      themeBeforePaint(),
      cspHashes(),
      weigh(),
      ...(offline ? [offlineWorker(offline)] : []),
      precompress(),
    ],
    // rxjs keeps its modern form behind a condition of its own.
    resolve: { dedupe: one, conditions: ["es2015", ...defaultClientConditions] },
    build: {
      assetsDir: "assets",
      // A small file as data: URL would need its own word in the policy.
      assetsInlineLimit: 0,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 1024,
      modulePreload: { polyfill: false },
      // All styles of the public app together are 18 KB: less than a phone pays for asking for the twelve parts of a page's own.
      cssCodeSplit: app !== "borrower",
      rolldownOptions: {
        // Reading a property of a library does nothing but read it: classes nobody uses can go.
        treeshake: { propertyReadSideEffects: false },
        output: { codeSplitting: { groups: chunkGroups(gathered) } },
      },
    },
    server: devServer(),
  });
}

// What the first load needs anyway is gathered by vendor, for the sake of caching, and the app's own part is one file;
// the rest follows the routes. A language's first texts come together as well.
function chunkGroups(gathered?: RegExp) {
  const initial = (name: string, test: RegExp) => ({ name, test, tags: ["$initial" as const] });
  return [
    initial("react", /node_modules[\\/](react|react-dom|react-router|scheduler|@lingui)[\\/]/),
    initial("apollo", /node_modules[\\/](@apollo|graphql|rxjs|optimism|@wry|tslib)[\\/]/),
    initial("antd", /node_modules[\\/](antd|@ant-design(?![\\/]icons-svg)|@rc-component|rc-[a-z-]+|dayjs)[\\/]/),
    initial("app", /./),
    ...["zh-CN", "en-US"].map((locale) => ({ name: `texts-${locale}`, test: firstTexts(locale) })),
    ...(gathered ? [{ name: "gathered", test: gathered }] : []),
  ];
}

function firstTexts(locale: string): RegExp {
  return new RegExp(`(packages[\\\\/]ui|src|staff-entry)[\\\\/]messages[\\\\/]${locale}`);
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
