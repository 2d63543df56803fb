/** Which passwords are taken. Length counts; composition rules do not, because they make passwords alike. */
import { isCommonPassword } from "./common-password.rules.js";
import { identityErrors } from "./identity.errors.js";

export const MIN_LENGTH = 8;
export const MAX_LENGTH = 64;
export const REMEMBERED = 5;

/** One form for what looks the same on different keyboards; a password is compared and hashed in this form only. */
export const normalisePassword = (password: string): string => password.normalize("NFC");

/**
 * The password in the form that is hashed.
 * @throws IDENTITY_PASSWORD_LENGTH, IDENTITY_PASSWORD_COMMON, IDENTITY_PASSWORD_PERSONAL, pointed at `field`
 */
export function acceptPassword(text: string, login: string, field = "password"): string {
  const password = normalisePassword(text);
  const length = [...password].length;
  if (length < MIN_LENGTH || length > MAX_LENGTH)
    throw identityErrors.passwordLength({ min: MIN_LENGTH, max: MAX_LENGTH }, field);
  if (isCommonPassword(password)) throw identityErrors.passwordCommon({}, field);
  const name = login.split("@")[0] ?? "";
  if (name.length >= 4 && password.toLowerCase().includes(name)) throw identityErrors.passwordPersonal({}, field);
  return password;
}
