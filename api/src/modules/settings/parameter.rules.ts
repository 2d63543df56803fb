/** What each parameter means and which values it may take. Defaults are facts with a source, never hidden in code that uses them. */
import { AnnualisationMethod, type Ppm } from "@daichao/finance";
import { settingsErrors } from "./settings.errors.js";

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export type ParameterForm =
  | { readonly type: "INTEGER" | "PPM"; readonly min: number; readonly max: number }
  | { readonly type: "RATE_CAP"; readonly min: Ppm; readonly max: Ppm };

export interface ParameterDefinition {
  readonly label: Words;
  /** A code the apps put into words: days, hours, minutes, seconds, workingDays, times, people, percent, points, yuan, ppm, method:ppm. */
  readonly unit: string;
  readonly form: ParameterForm;
  readonly initial: string;
  /** What the sandbox begins with where the real value would stand in a demonstration's way. */
  readonly sandbox?: string;
  readonly source: string | null;
  /** Whether a second person must agree: rates, caps and what guards borrowers. */
  readonly needsApproval: boolean;
}

export interface DeclaredRateCap {
  readonly method: AnnualisationMethod;
  readonly value: Ppm;
}

const METHODS = Object.values(AnnualisationMethod);
const CAP_FORM = `${METHODS.join("|")}:<ppm>`;

/** Reads "IRR_NOMINAL_SIMPLE:240000". @throws SETTINGS_VALUE_MALFORMED */
export function parseRateCap(text: string): DeclaredRateCap {
  const [name, digits = ""] = text.split(":");
  const method = METHODS.find((known) => known === name);
  if (!method || !/^\d{1,7}$/.test(digits) || text !== `${name}:${digits}`)
    throw settingsErrors.valueMalformed({ form: CAP_FORM });
  return { method, value: Number(digits) };
}

function numberIn(form: ParameterForm, text: string): number {
  if (form.type === "RATE_CAP") return parseRateCap(text).value;
  if (!/^(0|[1-9]\d{0,9})$/.test(text)) throw settingsErrors.valueMalformed({ form: "1234" });
  return Number(text);
}

/**
 * The value as it is kept. Refuses what is malformed or outside the parameter's sane range, such as an overdue
 * penalty outside 130 % to 150 % of the contract rate.
 * @throws SETTINGS_VALUE_MALFORMED, SETTINGS_VALUE_OUT_OF_RANGE
 */
export function acceptValue(definition: ParameterDefinition, text: string): string {
  const value = text.trim();
  const { form } = definition;
  const amount = numberIn(form, value);
  if (amount < form.min || amount > form.max) throw settingsErrors.valueOutOfRange({ min: form.min, max: form.max });
  return form.type === "RATE_CAP" ? `${parseRateCap(value).method}:${amount}` : String(amount);
}

export interface Effective {
  readonly effectiveFrom: Date;
}

/** The version in force at a moment: the latest that had begun. `versions` stand in the order of their beginning. */
export function inForceAt<Version extends Effective>(versions: readonly Version[], at: Date): Version | undefined {
  return versions.findLast((version) => version.effectiveFrom.getTime() <= at.getTime());
}
