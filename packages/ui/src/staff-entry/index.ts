/** The way in for staff, drawn once for both working apps: what was typed is handed on, what came of it is told. */
export type { DemoAccount, DemoAccountsProps } from "./DemoAccounts.tsx";
export { DemoAccounts } from "./DemoAccounts.tsx";
export type { EntryPageProps } from "./EntryPage.tsx";
export { EntryPage } from "./EntryPage.tsx";
export type { EntrySteps } from "./SignInSteps.tsx";
export { SignInSteps } from "./SignInSteps.tsx";
export { entryTexts } from "./texts.ts";
