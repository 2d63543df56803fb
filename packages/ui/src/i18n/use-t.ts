import type { I18n } from "@lingui/core";
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import type { HouseKey } from "./house-messages.ts";

export type MessageValues = Readonly<Record<string, string | number>>;

export interface Translate<Key extends string> {
  (key: Key, values?: MessageValues): string;
  /** For keys put together at run time: null when there is no such text. */
  find(key: string, values?: MessageValues): string | null;
}

export function translatorOf<Key extends string>(i18n: I18n): Translate<Key> {
  const translate = (key: string, values?: MessageValues): string => i18n._(key, values);
  return Object.assign(translate, {
    find: (key: string, values?: MessageValues) => (Object.hasOwn(i18n.messages, key) ? i18n._(key, values) : null),
  });
}

/** An app's own hook, typed by its catalogue: `export const useT = makeUseT<keyof typeof zhCN>()`. */
export function makeUseT<Key extends string>(): () => Translate<Key | HouseKey> {
  return function useT() {
    const lingui = useLingui();
    // Lingui hands out a new context on every change of language, and the same one otherwise.
    return useMemo(() => translatorOf<Key | HouseKey>(lingui.i18n), [lingui]);
  };
}

/** The texts all apps have. */
export const useHouseT = makeUseT<never>();
