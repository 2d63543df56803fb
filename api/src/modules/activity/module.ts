import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { ConsentService } from "../borrowers/index.js";
import type { CatalogService } from "../catalog/index.js";
import type { SettingsService } from "../settings/index.js";
import { activityDaily } from "./activity.jobs.js";
import { ActivityResolver } from "./activity.resolver.js";
import { ActivityService } from "./activity.service.js";
import { ActivityChoiceService } from "./activity-choice.service.js";

export interface LeftOfActivity {
  readonly settings: SettingsService;
  readonly consents: ConsentService;
  readonly catalog: CatalogService;
}

export interface ActivityModule extends ModuleParts {
  readonly activity: ActivityService;
  readonly activityChoices: ActivityChoiceService;
}

export function createActivityModule(kernel: Kernel, left: LeftOfActivity): ActivityModule {
  const activityChoices = new ActivityChoiceService(kernel, left);
  const activity = new ActivityService(kernel, left);
  return {
    activity,
    activityChoices,
    resolvers: [new ActivityResolver(activityChoices, activity)],
    daily: activityDaily(activityChoices),
  };
}
