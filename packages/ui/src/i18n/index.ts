/** The language of the page: typed texts, loaded when wanted, switched everywhere at once. */
export type { Catalogue, Catalogues, HouseI18n } from "./create-i18n.ts";
export { createI18n } from "./create-i18n.ts";
export type { HouseKey } from "./house-messages.ts";
export { I18nRoot } from "./I18nRoot.tsx";
export type { Locale, LocaleControl } from "./locale.ts";
export { isLocale, locales, preferredLocale, useLocale } from "./locale.ts";
export { useFailureText } from "./use-failure-text.ts";
export type { MessageValues, Translate } from "./use-t.ts";
export { makeUseT, translatorOf, useHouseT } from "./use-t.ts";
