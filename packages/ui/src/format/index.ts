/** Wire values in, words and figures out. Pure: no React, no clock, no float near money. */
export type { ApplicationProgress, ApplicationStep } from "./application-progress.ts";
export { applicationProgress, applicationSteps } from "./application-progress.ts";
export type { FailureWords } from "./failure.ts";
export { failureText } from "./failure.ts";
export { maskCard, maskIdentityNumber, maskName, maskPhone } from "./mask.ts";
export { formatLargeCount, formatLargeMoney, formatMoney, formatMoneyRange, formatRoundMoney } from "./money.ts";
export { formatChange, formatRate, formatRateRange } from "./rate.ts";
export type { LoanLateness, Status, StatusFamily, StatusKind } from "./status.ts";
export { loanStatusOf, statusOf } from "./status.ts";
export type { TermUnit } from "./term.ts";
export { formatTerm, formatTermRange } from "./term.ts";
export { dayOfInstant, formatCountdown, formatDay, formatInstant, formatRelative, formatTimeLeft } from "./time.ts";
export { formatTimeSpent, formatWorkingTime } from "./working-time.ts";
