import type { Catalogues, HouseI18n, Locale } from "@daichao/ui/i18n";
import { createI18n, isLocale, makeUseT } from "@daichao/ui/i18n";
import type { Messages } from "@lingui/core";
import { startTransition } from "react";
import type zhPublic from "../messages/zh-CN.json";
import type zhAccount from "./account/messages/zh-CN.json";
import type zhFinding from "./finding/messages/zh-CN.json";
import type zhLending from "./lending/messages/zh-CN.json";
import type zhMatching from "./matching/messages/zh-CN.json";
import type zhNotices from "./notices/messages/zh-CN.json";
import type zhPlaces from "./places/messages/zh-CN.json";

/** Keys of all texts of this app; which file holds one decides only when it is loaded. */
export type TextKey =
  | keyof typeof zhPublic
  | keyof typeof zhAccount
  | keyof typeof zhFinding
  | keyof typeof zhLending
  | keyof typeof zhMatching
  | keyof typeof zhNotices
  | keyof typeof zhPlaces;

export const useT = makeUseT<TextKey>();

const publicTexts: Catalogues = {
  "zh-CN": () => import("../messages/zh-CN.json"),
  "en-US": () => import("../messages/en-US.json"),
};
/** Sign-in and everything under /me. */
export const accountTexts: Catalogues = {
  "zh-CN": () => import("./account/messages/zh-CN.json"),
  "en-US": () => import("./account/messages/en-US.json"),
};
/** Comparing and calculating. */
export const findingTexts: Catalogues = {
  "zh-CN": () => import("./finding/messages/zh-CN.json"),
  "en-US": () => import("./finding/messages/en-US.json"),
};
/** From /apply to the last instalment. */
export const lendingTexts: Catalogues = {
  "zh-CN": () => import("./lending/messages/zh-CN.json"),
  "en-US": () => import("./lending/messages/en-US.json"),
};
/** Messages, alerts, and the choice about recording: none of it belongs to a first load. */
export const noticeTexts: Catalogues = {
  "zh-CN": () => import("./notices/messages/zh-CN.json"),
  "en-US": () => import("./notices/messages/en-US.json"),
};
/** The province-level regions. */
export const placeTexts: Catalogues = {
  "zh-CN": () => import("./places/messages/zh-CN.json"),
  "en-US": () => import("./places/messages/en-US.json"),
};

/** What suits whom: pre-check, recommendations, odds and slots that are paid for. */
export const matchingTexts: Catalogues = {
  "zh-CN": () => import("./matching/messages/zh-CN.json"),
  "en-US": () => import("./matching/messages/en-US.json"),
};

const late = new Set<Catalogues>();
let house: HouseI18n | null = null;

async function loadLate(texts: HouseI18n, locale: Locale): Promise<void> {
  const loaded = await Promise.all([...late].map((catalogue) => catalogue[locale]()));
  // Lingui has the whole app drawn again. Nothing on screen speaks these texts yet: that may wait for a touch.
  startTransition(() => {
    for (const { default: messages } of loaded) texts.i18n.load(locale, messages as Messages);
  });
}

/** The texts of the public pages; those of the rooms behind sign-in follow with `addTexts`. */
export async function startTexts(locale: Locale): Promise<HouseI18n> {
  const base = await createI18n(locale, publicTexts);
  house = {
    i18n: base.i18n,
    // The late texts come first: once the language has changed, every page on screen is drawn again.
    async activate(next) {
      await loadLate(base, next);
      await base.activate(next);
    },
  };
  return house;
}

/** Makes a room's texts part of the app, now and after every change of language. */
export async function addTexts(catalogue: Catalogues): Promise<void> {
  if (house === null || late.has(catalogue)) return;
  late.add(catalogue);
  const { locale } = house.i18n;
  await loadLate(house, isLocale(locale) ? locale : "zh-CN");
}
