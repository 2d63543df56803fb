/**
 * The invented market of sandbox mode: lenders, products, people, applications and loans, a function of day 0. Settings
 * and roles are seeded everywhere, demo accounts in every sandbox, the market where it is wanted and none stands yet.
 */
import { isDay } from "@daichao/finance";
import { eq, sql } from "drizzle-orm";
import { type Config, ConfigError } from "../../kernel/config/index.js";
import type { Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { businessDays } from "../../kernel/jobs/job.tables.js";
import { system } from "../../kernel/viewer/index.js";
import { products } from "../../modules/catalog/product.tables.js";
import { buildKernel } from "../kernel.js";
import { buildModules, type Modules } from "../modules.js";
import { openCostSheets } from "./cost-sheets.js";
import { demoPartnerToken, ensureDemoAccounts, ensureLender } from "./demo-accounts.js";
import { enactRules, hireClerks } from "./desks.js";
import { fillHistory } from "./history.js";
import { learnFromHistory } from "./learning.js";
import { demoLenders, lenders } from "./lenders.js";
import { bringToMarketStates, publishShelf } from "./listings.js";
import { keepThings } from "./notices.js";
import { bookPlacements } from "./placements.js";
import { type Progress, progressOf } from "./progress.js";
import { askSecondPerson } from "./second-person.js";
import { Times } from "./times.js";

export { demoPartnerToken } from "./demo-accounts.js";

const LOCK = 7_140_021;
/** Stands in the daily jobs' own book once the market is whole. */
const MARKER = "demo.market";
const DAYS_COUNTED = 400;

const lock = (tx: Tx): Promise<unknown> => tx.execute(sql`select pg_advisory_xact_lock(${LOCK})`);

/** What every house starts with. */
async function seedHouse(kernel: Kernel, modules: Modules): Promise<void> {
  await modules.settings.settings.seed();
  await kernel.db.write(system, (tx) => modules.identity.identity.seedRoles(tx));
}

async function seedSandbox(kernel: Kernel, modules: Modules): Promise<Times> {
  const { sandboxStart } = kernel.config;
  if (sandboxStart !== undefined && !isDay(sandboxStart))
    throw new ConfigError(`SANDBOX_START must be a day such as 2026-12-01, got "${sandboxStart}"`);
  const dayZero = await kernel.db.write(system, async (tx) => {
    await lock(tx);
    const day = await kernel.clock.begin(tx, sandboxStart, "demo");
    await ensureDemoAccounts(tx, kernel, modules);
    return day;
  });
  await kernel.clock.refresh();
  const { clock } = kernel;
  return new Times(dayZero, clock.businessNow().getTime() - clock.now().getTime());
}

/** The market place in one transaction, so that a start that was cut short leaves none of it. */
async function openMarket(kernel: Kernel, modules: Modules, times: Times): Promise<void> {
  await kernel.db.write(system, async (tx) => {
    await lock(tx);
    if ((await tx.$count(products)) > 0) return;
    for (const lender of lenders) if (!demoLenders.includes(lender)) await ensureLender(tx, modules, lender);
    await hireClerks(tx, kernel, modules.identity, times);
    await enactRules(tx, modules.underwriting, times);
    await publishShelf(tx, modules.catalog, times);
  });
}

/** Daily jobs take up at day 0; what was before is made up and has been brought to its end. */
async function finish(kernel: Kernel, modules: Modules, times: Times): Promise<void> {
  const day = times.day(1);
  await kernel.db.write(system, async (tx) => {
    const rows = modules.jobs.daily.map(({ name: job }) => ({ job, day }));
    await tx
      .insert(businessDays)
      .values([...rows, { job: MARKER, day }])
      .onConflictDoNothing();
  });
}

async function ensureMarket(kernel: Kernel, modules: Modules, times: Times, progress: Progress): Promise<void> {
  const isWhole = await kernel.db.read(system, (reader) => reader.$count(businessDays, eq(businessDays.job, MARKER)));
  if (isWhole > 0) return;
  await progress("lenders and products", () => openMarket(kernel, modules, times));
  await fillHistory(kernel, modules, times, progress);
  await progress("listings under review", () => bringToMarketStates(kernel, modules.catalog));
  await askSecondPerson(kernel, modules.underwriting);
  await openCostSheets(kernel, modules.lending);
  await keepThings(kernel, modules);
  await progress("odds and order", () => learnFromHistory(modules, times));
  await progress("placements", () => bookPlacements(kernel, modules));
  await progress("figures", () => modules.analytics.figures.recountDays(times.day(DAYS_COUNTED), times.dayZero));
  await progress("expected times", () => modules.applications.expectedTimes.recount(times.day(1)));
  await finish(kernel, modules, times);
}

/** Fills what is missing and leaves what stands; safe at every start and from several processes at once. */
export async function fillSandbox(config: Config, options: { hasMarket: boolean; isQuiet: boolean }): Promise<void> {
  const { kernel, close } = buildKernel(config, "worker");
  const modules = buildModules(kernel);
  const progress = progressOf(options.isQuiet);
  try {
    await kernel.clock.refresh();
    await seedHouse(kernel, modules);
    if (!config.isSandbox) return;
    const times = await progress("accounts", () => seedSandbox(kernel, modules));
    if (options.hasMarket) await ensureMarket(kernel, modules, times, progress);
    if (!options.isQuiet) process.stdout.write(`  demo partner key: ${demoPartnerToken()}\n`);
  } finally {
    await close();
  }
}
