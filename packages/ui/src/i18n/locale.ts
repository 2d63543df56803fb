import { createContext, useContext } from "react";

export const locales = ["zh-CN", "en-US"] as const;
export type Locale = (typeof locales)[number];
export const localeStorageKey = "dc-locale";

export function isLocale(value: unknown): value is Locale {
  return value === "zh-CN" || value === "en-US";
}

/** The language stored in this browser, else the page's, else Chinese. */
export function preferredLocale(): Locale {
  const stored = localStorage.getItem(localeStorageKey);
  if (isLocale(stored)) return stored;
  const page = document.documentElement.lang;
  return isLocale(page) ? page : "zh-CN";
}

export interface LocaleControl {
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => Promise<void>;
}

export const LocaleContext = createContext<LocaleControl>({ locale: "zh-CN", setLocale: async () => {} });

/** The language of the page and the way to change it; the choice is kept in this browser. */
export function useLocale(): LocaleControl {
  return useContext(LocaleContext);
}
