import type { SmsGateway } from "../../gateways/sms/index.js";
import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { SettingsService } from "../settings/index.js";
import { AccountResolver } from "./account.resolver.js";
import { AccountService } from "./account.service.js";
import { codeReactions } from "./code-challenge.reactions.js";
import { CodeChallengeService } from "./code-challenge.service.js";
import { CredentialService } from "./credential.service.js";
import { DemoAccountResolver } from "./demo-account.resolver.js";
import { DemoAccountService } from "./demo-account.service.js";
import { identityJobs } from "./identity.jobs.js";
import { IdentityService } from "./identity.service.js";
import { PasswordService } from "./password.service.js";
import { PersonKeyService } from "./person-key.service.js";
import { PermissionResolver, RoleResolver } from "./role.resolver.js";
import { RoleService } from "./role.service.js";
import { SecondFactorService } from "./second-factor.service.js";
import { SessionResolver } from "./session.resolver.js";
import { SessionService } from "./session.service.js";
import { SignInResolver } from "./sign-in.resolver.js";
import { SignInService } from "./sign-in.service.js";
import "./identity.permissions.js";

export interface IdentityModule extends ModuleParts {
  readonly identity: IdentityService;
  readonly accounts: AccountService;
  readonly sessions: SessionService;
  readonly signIn: SignInService;
  readonly credentials: CredentialService;
  readonly codes: CodeChallengeService;
  readonly demoAccounts: DemoAccountService;
}

export function createIdentityModule(
  kernel: Kernel,
  { settings, sms }: { settings: SettingsService; sms: SmsGateway },
): IdentityModule {
  const keys = new PersonKeyService(kernel.vault);
  const sessions = new SessionService(kernel, settings);
  const accounts = new AccountService(kernel, keys, sessions);
  const codes = new CodeChallengeService(kernel, settings, keys);
  const passwords = new PasswordService();
  const secondFactor = new SecondFactorService(kernel, keys);
  const roles = new RoleService();
  const parts = { accounts, sessions, codes, passwords, secondFactor, settings };
  const signIn = new SignInService(kernel, parts);
  const credentials = new CredentialService(kernel, parts);
  const demoAccounts = new DemoAccountService(kernel, accounts, sessions, secondFactor);
  const identity = new IdentityService(kernel, { accounts, sessions, codes, keys, passwords, roles });
  return {
    identity,
    accounts,
    sessions,
    signIn,
    credentials,
    codes,
    demoAccounts,
    resolvers: [
      new SignInResolver(signIn, credentials, codes, sessions),
      new SessionResolver(sessions, credentials),
      new AccountResolver(accounts),
      new RoleResolver(roles),
      new PermissionResolver(roles),
      ...(kernel.config.isSandbox ? [new DemoAccountResolver(demoAccounts)] : []),
    ],
    reactions: codeReactions(codes, sms),
    periodic: identityJobs(identity),
    approvals: [accounts.unfreezeHandler()],
  };
}
