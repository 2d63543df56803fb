import { fileURLToPath } from "node:url";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { messages } from "../vite/messages.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Superuser url of the run's PostgreSQL server. */
    postgresUrl: string;
  }
}

const databaseSetup = fileURLToPath(new URL("./database-setup.mjs", import.meta.url));
const jsdomSetup = fileURLToPath(new URL("./jsdom-setup.mjs", import.meta.url));

/** Tests without a browser or a database: the pure packages. */
export function pureTests(): ViteUserConfig {
  return defineConfig({ test: { include: ["src/**/*.test.ts", "*/**/*.test.ts"], maxWorkers: 2 } });
}

/** Tests of the api: real PostgreSQL, one process per worker. */
export function apiTests(): ViteUserConfig {
  return defineConfig({
    // type-graphql loads graphql/index.js through Node; the bundler would pick index.mjs, a second GraphQL.
    resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
    test: {
      include: ["src/**/*.test.ts", "tests/**/*.test.ts"],
      globalSetup: [databaseSetup],
      setupFiles: ["reflect-metadata"],
      pool: "forks",
      maxWorkers: 2,
      fileParallelism: true,
      testTimeout: 30_000,
      hookTimeout: 60_000,
    },
  });
}

/** Tests of packages that talk to PostgreSQL themselves. */
export function databaseTests(): ViteUserConfig {
  return defineConfig({
    test: { include: ["**/*.test.ts"], globalSetup: [databaseSetup], maxWorkers: 2, testTimeout: 60_000 },
  });
}

/** Tests of React code: jsdom for components, compiled message catalogues, readable class names. */
export function componentTests(): ViteUserConfig {
  return defineConfig({
    plugins: [messages()],
    test: {
      css: { modules: { classNameStrategy: "non-scoped" } },
      maxWorkers: 2,
      testTimeout: 15_000,
      // What draws nothing needs no browser to stand in.
      projects: [
        { extends: true, test: { name: "plain", include: ["src/**/*.test.ts"], environment: "node" } },
        {
          extends: true,
          test: { name: "drawn", include: ["src/**/*.test.tsx"], environment: "jsdom", setupFiles: [jsdomSetup] },
        },
      ],
    },
  });
}
