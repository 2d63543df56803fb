import { join } from "node:path";
import { ensureBuilt, inLanes, run } from "../build.mjs";
import { root } from "../root.mjs";
import { tally } from "./tally.mjs";

/** The product as it ships, and what it weighs. */
export async function buildStage() {
  const built = { name: "the product builds", run: ensureBuilt };
  const budgets = {
    name: "first loads stay in budget",
    run: () => run([join(root, "packages/config/checks/budgets.mjs")], root),
  };
  const one = await tally([built], inLanes);
  const two = await tally([budgets], inLanes);
  return { passed: one.passed + two.passed, failed: one.failed + two.failed };
}
