import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { IdentityService } from "../identity/index.js";
import { analyticsDaily } from "./analytics.jobs.js";
import "./analytics.permissions.js";
import { analyticsReactions } from "./analytics.reactions.js";
import { FigureResolver } from "./figure.resolver.js";
import { FigureService } from "./figure.service.js";

export interface AnalyticsModule extends ModuleParts {
  readonly figures: FigureService;
}

export function createAnalyticsModule(kernel: Kernel, left: { readonly identity: IdentityService }): AnalyticsModule {
  const figures = new FigureService(kernel, left.identity);
  return {
    figures,
    resolvers: [new FigureResolver(figures)],
    reactions: analyticsReactions(figures),
    daily: analyticsDaily(figures),
  };
}
