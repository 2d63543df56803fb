import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { CatalogService } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import { placementDaily } from "./placement.jobs.js";
import "./placement.permissions.js";
import { PlacementBookingResolver, PlacementResolver } from "./placement.resolver.js";
import { PlacementService } from "./placement.service.js";

export interface MarketingModule extends ModuleParts {
  readonly placements: PlacementService;
}

export function createMarketingModule(
  kernel: Kernel,
  left: { readonly catalog: CatalogService; readonly settings: SettingsService },
): MarketingModule {
  const placements = new PlacementService(kernel, left);
  return {
    placements,
    resolvers: [new PlacementResolver(placements), new PlacementBookingResolver(left.catalog)],
    daily: placementDaily(placements),
    approvals: [placements.approvalHandler()],
  };
}
