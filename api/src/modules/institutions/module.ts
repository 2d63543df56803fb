import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { AccountService, IdentityService } from "../identity/index.js";
import { InstitutionResolver } from "./institution.resolver.js";
import { InstitutionService } from "./institution.service.js";
import {
  AccountInstitutionResolver,
  ApprovalInstitutionResolver,
  DemoAccountInstitutionResolver,
  ViewerInstitutionResolver,
} from "./institution-edges.resolver.js";
import { MemberResolver } from "./member.resolver.js";
import "./institution.permissions.js";

export interface InstitutionsModule extends ModuleParts {
  readonly institutions: InstitutionService;
}

export function createInstitutionsModule(
  kernel: Kernel,
  { identity, accounts }: { identity: IdentityService; accounts: AccountService },
): InstitutionsModule {
  const institutions = new InstitutionService(kernel, identity);
  return {
    institutions,
    resolvers: [
      new InstitutionResolver(institutions),
      new MemberResolver(institutions, accounts.maskedLogin),
      new ApprovalInstitutionResolver(),
      new ViewerInstitutionResolver(),
      new AccountInstitutionResolver(),
      ...(kernel.config.isSandbox ? [new DemoAccountInstitutionResolver()] : []),
    ],
  };
}
