/** What an institution must be before it is kept. */
import { checkUscc } from "@daichao/finance";
import { institutionErrors } from "./institution.errors.js";
import { type InstitutionState, institutionTransitions } from "./institution.states.js";

/** 400 and 800 numbers, five-digit bank numbers such as 95588, and area code with number. */
const SERVICE_PHONE = /^(?:[48]00-?\d{3,4}-?\d{3,4}|9\d{4,5}|0\d{2,3}-?\d{7,8})$/;

/** The code with capitals. @throws INSTITUTION_USCC_INVALID with the fault */
export function acceptUscc(text: string): string {
  const checked = checkUscc(text);
  if (!checked.valid) throw institutionErrors.usccInvalid({ fault: checked.fault });
  return checked.code;
}

/** @throws INSTITUTION_PHONE_INVALID */
export function acceptServicePhone(text: string): string {
  const phone = text.trim();
  if (!SERVICE_PHONE.test(phone)) throw institutionErrors.phoneInvalid();
  return phone;
}

/** @throws INSTITUTION_MOVE_NOT_ALLOWED */
export function mustBeAllowedMove(from: InstitutionState, to: InstitutionState): void {
  if (!institutionTransitions[from].includes(to)) throw institutionErrors.moveNotAllowed({ from, to });
}

/** Two characters that stand for the name where there is no picture. */
export const monogramOf = (shortName: string): string => [...shortName.trim()].slice(0, 2).join("");
