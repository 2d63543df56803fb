import type { CreditBureauGateway } from "../../gateways/credit-bureau/index.js";
import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { BorrowerService, ConsentService } from "../borrowers/index.js";
import type { SettingsService } from "../settings/index.js";
import { CreditService } from "./credit.service.js";
import { CreditReportResolver } from "./credit-report.resolver.js";
import { ObligationService } from "./obligation.service.js";

export interface LeftOfCredit {
  readonly settings: SettingsService;
  readonly borrowers: BorrowerService;
  readonly consents: ConsentService;
  readonly creditBureau: CreditBureauGateway;
}

export interface CreditModule extends ModuleParts {
  readonly credit: CreditService;
  readonly obligations: ObligationService;
}

export function createCreditModule(
  kernel: Kernel,
  { settings, borrowers, consents, creditBureau }: LeftOfCredit,
): CreditModule {
  const credit = new CreditService(kernel, { settings, borrowers, consents, creditBureau });
  return {
    credit,
    obligations: new ObligationService(kernel, settings),
    resolvers: [new CreditReportResolver(credit)],
  };
}
