/** What a house with a year behind it has learned: odds of approval, and which products go together. */
import type { Modules } from "../modules.js";
import type { Times } from "./times.js";

/** Safe to repeat: nothing is learned twice from the same decisions. */
export async function learnFromHistory({ settings, catalog, recommendations }: Modules, times: Times): Promise<void> {
  await settings.settings.load();
  await catalog.catalog.refresh();
  await recommendations.training.trainOn(times.day(1));
  await recommendations.pairs.refresh();
}
