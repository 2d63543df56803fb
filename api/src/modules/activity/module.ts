import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { ConsentService } from "../borrowers/index.js";
import type { CatalogService, ProductSearchService } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import { activityDaily } from "./activity.jobs.js";
import { ActivityResolver } from "./activity.resolver.js";
import { ActivityService } from "./activity.service.js";
import { ActivityChoiceService } from "./activity-choice.service.js";
import { FavouriteResolver } from "./favourite.resolver.js";
import { FavouriteService } from "./favourite.service.js";
import { productAlertReactions } from "./product-alert.reactions.js";
import { ProductAlertService } from "./product-alert.service.js";
import { SavedSearchResolver } from "./saved-search.resolver.js";
import { SavedSearchService } from "./saved-search.service.js";

export interface LeftOfActivity {
  readonly settings: SettingsService;
  readonly consents: ConsentService;
  readonly catalog: CatalogService;
  readonly search: ProductSearchService;
}

export interface ActivityModule extends ModuleParts {
  readonly activity: ActivityService;
  readonly activityChoices: ActivityChoiceService;
  readonly favourites: FavouriteService;
  readonly savedSearches: SavedSearchService;
  readonly productAlerts: ProductAlertService;
}

export function createActivityModule(kernel: Kernel, left: LeftOfActivity): ActivityModule {
  const activityChoices = new ActivityChoiceService(kernel, left);
  const activity = new ActivityService(kernel, left);
  const favourites = new FavouriteService(kernel, left.catalog);
  const savedSearches = new SavedSearchService(kernel, left.search);
  const productAlerts = new ProductAlertService(kernel, { catalog: left.catalog, searches: savedSearches });
  return {
    activity,
    activityChoices,
    favourites,
    savedSearches,
    productAlerts,
    resolvers: [
      new ActivityResolver(activityChoices, activity),
      new FavouriteResolver(favourites),
      new SavedSearchResolver(savedSearches),
    ],
    reactions: productAlertReactions(productAlerts),
    daily: activityDaily(activityChoices),
  };
}
