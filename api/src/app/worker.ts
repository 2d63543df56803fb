/** Reactions and jobs, as the worker's database role. */
import type { Config } from "../kernel/config/index.js";
import type { JobsDependencies } from "../kernel/jobs/index.js";
import { startWorker } from "../kernel/jobs/index.js";
import { buildKernel } from "./kernel.js";
import { buildModules } from "./modules.js";

export interface RunningWorker {
  readonly dependencies: JobsDependencies;
  stop(): Promise<void>;
}

/** Starts taking jobs; `stop` hands running ones back. */
export async function runWorker(config: Config): Promise<RunningWorker> {
  const { kernel, close } = buildKernel({ ...config, poolSize: Math.min(config.poolSize, 6) }, "worker");
  const modules = buildModules(kernel);
  await kernel.clock.refresh();
  kernel.clock.start();
  await kernel.live.start();
  await modules.settings.settings.start();
  await modules.catalog.catalog.start();
  await modules.applications.expectedTimes.start();
  const dependencies: JobsDependencies = { ...kernel, ownerUrl: config.ownerUrl };
  const worker = await startWorker(dependencies, modules.jobs);
  return {
    dependencies,
    async stop() {
      await worker.stop();
      modules.applications.expectedTimes.stop();
      modules.catalog.catalog.stop();
      modules.settings.settings.stop();
      await close();
    },
  };
}
