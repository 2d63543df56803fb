import type { AgeBand, EmploymentKind, RunPrecheckInput } from "../../gql/graphql.ts";
import type { Need } from "../../lib/need.ts";
import { yuan } from "../../lib/need.ts";

/** The five questions in the order they are asked. */
export const questions = ["employment", "income", "debt", "age", "province"] as const;
export type Question = (typeof questions)[number];

export interface Answers {
  readonly employment: EmploymentKind | null;
  readonly income: number;
  readonly debt: number;
  readonly age: AgeBand | null;
  readonly province: string | null;
}

export const noAnswers: Answers = { employment: null, income: 8_000, debt: 0, age: null, province: null };

export const employments = [
  "EMPLOYED",
  "PUBLIC_SECTOR",
  "SELF_EMPLOYED",
  "FREELANCE",
  "STUDENT",
  "RETIRED",
  "UNEMPLOYED",
] as const satisfies readonly EmploymentKind[];

export const ageBands = [
  "FROM_18",
  "FROM_23",
  "FROM_31",
  "FROM_41",
  "FROM_51",
  "FROM_61",
] as const satisfies readonly AgeBand[];

/** Whether a question may be left behind. */
export function isAnswered(question: Question, answers: Answers): boolean {
  if (question === "income" || question === "debt") return true;
  return answers[question] !== null;
}

/** What is sent, or null while something is unanswered. */
export function inputOf({ employment, income, debt, age, province }: Answers, need: Need): RunPrecheckInput | null {
  if (employment === null || age === null || province === null) return null;
  return {
    amount: yuan(need.amount),
    termCount: need.term,
    employment,
    monthlyIncome: yuan(income),
    monthlyDebtPayment: yuan(debt),
    ageBand: age,
    provinceCode: province,
  };
}
