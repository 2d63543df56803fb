import type { Kernel, ModuleParts } from "../../kernel/index.js";
import { AdvanceClockResolver } from "./advance-clock.resolver.js";
import { ApprovalResolver } from "./approval.resolver.js";
import { ApprovalInboxService } from "./approval-inbox.service.js";
import { BusinessClockResolver } from "./business-clock.resolver.js";
import { BusinessClockService } from "./business-clock.service.js";
import { ParameterResolver } from "./parameter.resolver.js";
import { SettingsService } from "./parameter.service.js";
import "./settings.permissions.js";

export interface SettingsModule extends ModuleParts {
  readonly settings: SettingsService;
  readonly businessClock: BusinessClockService;
  readonly approvalInbox: ApprovalInboxService;
}

/** `settings.start()` fills the memory; the module answers declared defaults until then. */
export function createSettingsModule(kernel: Kernel): SettingsModule {
  const settings = new SettingsService(kernel);
  const businessClock = new BusinessClockService(kernel);
  const approvalInbox = new ApprovalInboxService(kernel);
  return {
    settings,
    businessClock,
    approvalInbox,
    resolvers: [
      new ParameterResolver(settings),
      new ApprovalResolver(approvalInbox),
      new BusinessClockResolver(businessClock),
      ...(kernel.config.isSandbox ? [new AdvanceClockResolver(businessClock)] : []),
    ],
    approvals: [settings.approvalHandler()],
  };
}
