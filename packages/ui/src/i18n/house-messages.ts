import type zhCN from "../../messages/zh-CN.json";
import type { Catalogues } from "./create-i18n.ts";

/** Keys of the texts that all apps have: statuses, units, the shell. */
export type HouseKey = keyof typeof zhCN;

export const houseMessages: Catalogues = {
  "zh-CN": () => import("../../messages/zh-CN.json"),
  "en-US": () => import("../../messages/en-US.json"),
};
