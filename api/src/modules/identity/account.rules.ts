/** Logins as they are compared and as they are shown. */
import { checkMobile } from "@daichao/finance";

/** What a login is compared by: no blanks around it, small letters, one form of each character. */
export const normaliseLogin = (login: string): string => login.normalize("NFC").trim().toLowerCase();

export const isPhone = (login: string): boolean => checkMobile(login).valid;

/** 138****8000, or the first two letters of a name and its place of work. */
export function maskLogin(login: string): string {
  if (isPhone(login)) return login.replace(/^(\d{3})\d{4}/, "$1****");
  const [name = "", place] = login.split("@");
  return `${name.slice(0, 2)}****${place === undefined ? "" : `@${place}`}`;
}

/** How a borrower is called before they have told their name. */
export const nameOfPhone = (phone: string): string => `尾号${phone.slice(-4)}用户`;

/** What somebody is called in the reader's language; a name of one's own stays as it is. */
export const nameInLocale = (name: string, locale: "zh-CN" | "en-US"): string =>
  locale === "en-US" ? name.replace(/^尾号(\d{4})用户$/, "User …$1") : name;
