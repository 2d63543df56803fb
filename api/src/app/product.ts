/** The whole product in one process: migrate, fill the sandbox, serve, work. What `npm start` runs. */
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Config } from "../kernel/config/index.js";
import { migrateDatabase } from "../kernel/database/migrate.js";
import type { Log } from "../kernel/log/index.js";
import { ViewerDoor } from "./context.js";
import { fillSandbox } from "./demo/index.js";
import { TrustedDocuments } from "./edge/documents.js";
import { Metrics } from "./edge/metrics.js";
import { moduleRoutes } from "./edge/module-routes.js";
import { manifestsOf } from "./edge/trusted-files.js";
import { greet } from "./greeting.js";
import { appHomes, createHttp, type HttpServer } from "./http.js";
import { buildKernel } from "./kernel.js";
import { buildModules, type Modules } from "./modules.js";
import { repositoryRoot } from "./paths.js";
import { openSandboxWorld } from "./sandbox-world.js";
import { buildGatedSchema } from "./schema.js";
import { runWorker } from "./worker.js";

export interface Product {
  readonly url: string;
  readonly log: Log;
  readonly modules: Modules;
  readonly server: FastifyInstance;
  /** Stops in order: readiness, requests, sockets, jobs, database, sandbox. */
  stop(): Promise<void>;
}

export interface ProductOptions {
  /** False for tests that run jobs themselves and for a deployment with a worker of its own. */
  readonly hasWorker?: boolean;
  /** False leaves the database as migrated: no invented market. */
  readonly hasDemo?: boolean;
  readonly isQuiet?: boolean;
}

async function openHttp(config: Config, isQuiet: boolean) {
  const built = buildKernel(config, "api");
  const { kernel } = built;
  const modules = buildModules(kernel);
  await kernel.clock.refresh();
  kernel.clock.start();
  await kernel.live.start();
  await modules.settings.settings.start();
  await modules.catalog.catalog.start();
  await modules.applications.expectedTimes.start();
  const schema = buildGatedSchema(modules.resolvers, kernel.live);
  const root = repositoryRoot();
  const documents = new TrustedDocuments(manifestsOf(root), schema);
  const door = new ViewerDoor(
    {
      session: (app, token) => modules.identity.identity.authenticate(app, token),
      partner: (token) => modules.channels.channels.authenticate(token),
    },
    () => kernel.clock.now().getTime(),
  );
  const forgetting = new Set([
    "session.ended",
    "account.frozen",
    "account.unfrozen",
    "partnerKey.revoked",
    "role.changed",
  ]);
  kernel.live.onEvent((event) => forgetting.has(event.name) && door.forget());
  const http: HttpServer = await createHttp({
    kernel,
    schema,
    door,
    documents,
    metrics: new Metrics(),
    homes: appHomes(root),
    routes: moduleRoutes(kernel, modules, door, join(root, "api", "dist", "graphiql")),
    catalogStamp: () =>
      [modules.catalog.catalog.snapshot().stamp, modules.applications.expectedTimes.stamp, kernel.clock.today()].join(
        "|",
      ),
  });
  const url = await http.listen();
  if (!isQuiet) await greet(kernel, modules, url);
  return { kernel, modules, http, url, close: built.close };
}

/** @throws ConfigError before anything is touched; anything else means the start failed and nothing is left running. */
export async function startProduct(config: Config, options: ProductOptions = {}): Promise<Product> {
  const { hasWorker = true, hasDemo = config.isSandbox, isQuiet = false } = options;
  await migrateDatabase(config.ownerUrl, new URL(config.apiUrl).password);
  const world = await openSandboxWorld(config);
  await fillSandbox(world.config, { hasMarket: hasDemo, isQuiet });
  const front = await openHttp(world.config, isQuiet);
  const worker = hasWorker ? await runWorker(world.config) : undefined;
  return {
    url: front.url,
    log: front.kernel.log,
    modules: front.modules,
    server: front.http.server,
    async stop() {
      await front.http.stop();
      await worker?.stop();
      front.modules.applications.expectedTimes.stop();
      await front.modules.recommendations.shown.stop();
      front.modules.catalog.catalog.stop();
      front.modules.settings.settings.stop();
      await front.close();
      await world.stop();
    },
  };
}
