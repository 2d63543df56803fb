import type { ProfileForm_BorrowerFragment, SaveProfileInput } from "../../gql/graphql.ts";

export const profileFields = [
  "employment",
  "employer",
  "employedSince",
  "monthlyIncome",
  "monthlyDebtPayment",
  "education",
  "housing",
  "province",
  "city",
  "address",
  "emergencyContactName",
  "emergencyContactPhone",
] as const;
export type ProfileField = (typeof profileFields)[number];

/** What stands in the boxes, all as text. */
export type ProfileDraft = Readonly<Record<ProfileField, string>>;

const whole = (amount: string | null | undefined): string => amount?.replace(/\.00$/, "") ?? "";

export function draftOf(profile: ProfileForm_BorrowerFragment["profile"]): ProfileDraft {
  return {
    employment: profile?.employment ?? "",
    employer: profile?.employer ?? "",
    employedSince: profile?.employedSince ?? "",
    monthlyIncome: whole(profile?.monthlyIncome),
    monthlyDebtPayment: whole(profile?.monthlyDebtPayment),
    education: profile?.education ?? "",
    housing: profile?.housing ?? "",
    province: profile?.province ?? "",
    city: profile?.city ?? "",
    address: profile?.address ?? "",
    emergencyContactName: profile?.emergencyContactName ?? "",
    // The number is never given out again; an empty box leaves it as it is.
    emergencyContactPhone: "",
  };
}

const money = /^\d{1,8}(\.\d{1,2})?$/;

/** Yuan as the wire wants them: "18000" becomes "18000.00"; undefined for what is no amount. */
export function asMoney(typed: string): string | undefined {
  const text = typed.replaceAll(",", "").trim();
  if (!money.test(text)) return undefined;
  const [yuan = "", fen = ""] = text.split(".");
  return `${yuan}.${fen.padEnd(2, "0")}`;
}

export const isMoneyField = (field: ProfileField): boolean =>
  field === "monthlyIncome" || field === "monthlyDebtPayment";

/** Fields whose text cannot be sent. */
export function wrongFields(draft: ProfileDraft): readonly ProfileField[] {
  return profileFields.filter(
    (field) => isMoneyField(field) && draft[field] !== "" && asMoney(draft[field]) === undefined,
  );
}

const phone = /^1[3-9]\d{9}$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** Whether an answer is whole, so that it can be kept while its writer goes on. */
export function isWhole(field: ProfileField, typed: string): boolean {
  if (isMoneyField(field)) return asMoney(typed) !== undefined;
  if (field === "emergencyContactPhone") return phone.test(typed.trim());
  if (field === "employedSince") return day.test(typed);
  return typed.trim() !== "";
}

/** Answers as the wire wants them: amounts in yuan with two digits, no space around words. */
export function saidOf(answers: Partial<ProfileDraft>): Omit<SaveProfileInput, "version"> {
  const said = Object.entries(answers).map(([field, typed]) => [
    field,
    isMoneyField(field as ProfileField) ? asMoney(typed) : typed.trim(),
  ]);
  return Object.fromEntries(said);
}

/** The save of a draft: filled boxes are said anew, which makes them fresh; empty ones stay as they are. */
export function saveOf(draft: ProfileDraft, version: number): SaveProfileInput {
  const filled = Object.entries(draft).filter(([, typed]) => typed.trim() !== "");
  return { version, ...saidOf(Object.fromEntries(filled)) };
}
