import type { I18n, Messages } from "@lingui/core";
import { setupI18n } from "@lingui/core";
import { houseMessages } from "./house-messages.ts";
import type { Locale } from "./locale.ts";
import { localeStorageKey } from "./locale.ts";

/** How a language's texts arrive: an import that is made when the language is first wanted. */
export type Catalogue = () => Promise<{ default: Readonly<Record<string, unknown>> }>;
export type Catalogues = Readonly<Record<Locale, Catalogue>>;

export interface HouseI18n {
  readonly i18n: I18n;
  /** Loads a language if need be, then switches texts, `<html lang>` and the stored choice together. */
  activate(locale: Locale): Promise<void>;
}

// A JSON import is compiled on the way in, by the build or by Lingui itself in development.
async function load(i18n: I18n, locale: Locale, sources: readonly Catalogues[]): Promise<void> {
  const loaded = await Promise.all(sources.map((source) => source[locale]()));
  i18n.load(locale, Object.assign({}, ...loaded.map((module) => module.default)) as Messages);
}

/** The texts of one app: the house's own and its catalogues, the first language loaded. */
export async function createI18n(locale: Locale, ...catalogues: readonly Catalogues[]): Promise<HouseI18n> {
  const i18n = setupI18n();
  const ready = new Set<Locale>();
  const activate = async (next: Locale): Promise<void> => {
    if (!ready.has(next)) await load(i18n, next, [houseMessages, ...catalogues]);
    ready.add(next);
    document.documentElement.lang = next;
    localStorage.setItem(localeStorageKey, next);
    i18n.activate(next);
  };
  await activate(locale);
  return { i18n, activate };
}
