import type { Catalogues } from "../i18n/create-i18n.ts";
import { makeUseT } from "../i18n/use-t.ts";
import type zhCN from "./messages/zh-CN.json";

/** What the way in says; an app that has it hands this to `createI18n`. Borrowers come in by another way. */
export const entryTexts: Catalogues = {
  "zh-CN": () => import("./messages/zh-CN.json"),
  "en-US": () => import("./messages/en-US.json"),
};

export const useEntryT = makeUseT<keyof typeof zhCN>();
