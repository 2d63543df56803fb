/** Builds the modules in the order of the line: each is handed only what stands left of it. */
import { createGateways, type Gateways } from "../gateways/index.js";
import type { Kernel, ModuleParts } from "../kernel/index.js";
import type { JobSet } from "../kernel/jobs/index.js";
import { createActivityModule } from "../modules/activity/module.js";
import { createAnalyticsModule } from "../modules/analytics/module.js";
import { createApplicationsModule } from "../modules/applications/module.js";
import { createAuditModule } from "../modules/audit/module.js";
import { createBorrowersModule } from "../modules/borrowers/module.js";
import { createCatalogModule } from "../modules/catalog/module.js";
import { createChannelsModule } from "../modules/channels/module.js";
import { createContactModule } from "../modules/contact/module.js";
import { createCreditModule } from "../modules/credit/module.js";
import { createIdentityModule } from "../modules/identity/module.js";
import { createInstitutionsModule } from "../modules/institutions/module.js";
import { createLedgerModule } from "../modules/ledger/module.js";
import { createLendingModule } from "../modules/lending/module.js";
import { createMarketingModule } from "../modules/marketing/module.js";
import { createMessagingModule } from "../modules/messaging/module.js";
import { createRecommendationsModule } from "../modules/recommendations/module.js";
import { createRepaymentsModule } from "../modules/repayments/module.js";
import { createSettingsModule } from "../modules/settings/module.js";
import { createUnderwritingModule } from "../modules/underwriting/module.js";

/** Who there is and what there is to choose from: the left half of the line. */
function buildMarket(kernel: Kernel, gateways: Gateways) {
  const settings = createSettingsModule(kernel);
  const identity = createIdentityModule(kernel, { ...settings, ...gateways });
  const people = { ...settings, ...identity };
  const institutions = createInstitutionsModule(kernel, people);
  const channels = createChannelsModule(kernel);
  const borrowers = createBorrowersModule(kernel, { ...people, ...institutions, ...gateways });
  const contact = createContactModule(kernel, { ...people, ...gateways });
  const credit = createCreditModule(kernel, { ...settings, ...borrowers, ...gateways });
  const catalog = createCatalogModule(kernel, { ...settings, ...institutions });
  const activity = createActivityModule(kernel, { ...settings, ...borrowers, ...catalog });
  return { settings, identity, institutions, channels, borrowers, contact, credit, catalog, activity };
}

/** What happens between them: the right half. */
function buildBusiness(kernel: Kernel, gateways: Gateways, market: ReturnType<typeof buildMarket>) {
  const { settings, identity, institutions, channels, borrowers, contact, credit, catalog, activity } = market;
  const left = {
    ...gateways,
    ...settings,
    ...identity,
    ...institutions,
    ...channels,
    ...borrowers,
    ...contact,
    ...credit,
    ...catalog,
    ...activity,
  };
  const applications = createApplicationsModule(kernel, left);
  const underwriting = createUnderwritingModule(kernel, { ...left, ...applications });
  const ledger = createLedgerModule(kernel, left);
  const lending = createLendingModule(kernel, { ...left, ...applications, ...underwriting, ...ledger });
  const repayments = createRepaymentsModule(kernel, { ...left, ...ledger, ...lending });
  const recommendations = createRecommendationsModule(kernel, { ...left, ...applications, ...underwriting });
  const marketing = createMarketingModule(kernel, left);
  const messaging = createMessagingModule(kernel, { ...left, ...applications, ...lending });
  const analytics = createAnalyticsModule(kernel, left);
  const audit = createAuditModule();
  const money = { ledger, lending, repayments };
  return { applications, underwriting, ...money, recommendations, marketing, messaging, analytics, audit };
}

/** The domain, wired. Built once per process and database role. */
export function buildModules(kernel: Kernel, gateways: Gateways = createGateways(kernel)) {
  const market = buildMarket(kernel, gateways);
  const business = buildBusiness(kernel, gateways, market);
  const line: readonly ModuleParts[] = [...Object.values(market), ...Object.values(business)];
  kernel.events.register(line.flatMap(({ reactions = [] }) => reactions));
  kernel.approvals.register(line.flatMap(({ approvals = [] }) => approvals));
  const jobs: JobSet = {
    daily: line.flatMap(({ daily = [] }) => daily),
    queued: line.flatMap(({ queued = [] }) => queued),
    periodic: line.flatMap(({ periodic = [] }) => periodic),
  };
  return { ...market, ...business, gateways, jobs, resolvers: line.flatMap(({ resolvers }) => resolvers) };
}

export type Modules = ReturnType<typeof buildModules>;
