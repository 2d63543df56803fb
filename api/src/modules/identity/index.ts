/**
 * Who somebody is: accounts of borrowers, institution users and staff, their sessions, codes, roles and data keys.
 * A borrower's account id is the borrower's id in every room. What a person owes or owns stands elsewhere.
 */

export { accountById, accountNames, rolesOfAccount } from "./account.loaders.js";
export { nameInLocale } from "./account.rules.js";
export type { AccountService, Contact, NewBorrower, NewStaff } from "./account.service.js";
export { AccountKind, AccountState } from "./account.states.js";
export type { AccountRow } from "./account.tables.js";
export { Account } from "./account.types.js";
export type { CodeAnswer, CodeGrant, CodeTry } from "./code-challenge.service.js";
export { DEMO_PASSWORD, type DemoAccountView } from "./demo-account.service.js";
export { identityEvents } from "./identity.events.js";
export type { IdentityService } from "./identity.service.js";
export { roleDefinitions } from "./role.rules.js";
export type { RoleRow } from "./role.tables.js";
export type { ViewerFacts } from "./session.rules.js";
export { CodeRequest, DemoAccount } from "./sign-in.types.js";
export { CallerKind, Viewer } from "./viewer.types.js";
