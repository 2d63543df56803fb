import type { HouseI18n, Locale } from "@daichao/ui/i18n";
import { createI18n, makeUseT } from "@daichao/ui/i18n";
import { entryTexts } from "@daichao/ui/staff-entry";
import type zhCN from "../messages/zh-CN.json";

export type TextKey = keyof typeof zhCN;

export const useT = makeUseT<TextKey>();

/** The texts of the way in and of this app, one language at a time. */
export function startTexts(locale: Locale): Promise<HouseI18n> {
  return createI18n(locale, entryTexts, {
    "zh-CN": () => import("../messages/zh-CN.json"),
    "en-US": () => import("../messages/en-US.json"),
  });
}
