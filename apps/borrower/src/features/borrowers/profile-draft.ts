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

/** The save of a draft: filled boxes are said anew, which makes them fresh; empty ones stay as they are. */
export function saveOf(draft: ProfileDraft, version: number): SaveProfileInput {
  const said = profileFields
    .filter((field) => draft[field].trim() !== "")
    .map((field) => [field, isMoneyField(field) ? asMoney(draft[field]) : draft[field].trim()]);
  return { version, ...Object.fromEntries(said) };
}
