import { defineErrors } from "../../kernel/errors/index.js";

export const placementErrors = defineErrors("PLACEMENT", {
  startsInPast: {
    kind: "invalid",
    field: "startsOn",
    message: { zh: "开始日期不能早于 {today}", en: "It cannot start before {today}" },
  },
  endsBeforeStart: {
    kind: "invalid",
    field: "endsOn",
    message: { zh: "结束日期不能早于开始日期", en: "It cannot end before it starts" },
  },
  tooLong: {
    kind: "invalid",
    field: "endsOn",
    message: { zh: "推广期最长 {days} 天", en: "A placement runs for at most {days} days" },
  },
  priceInvalid: {
    kind: "invalid",
    field: "dailyPrice",
    message: { zh: "日单价应大于零", en: "The price per day must be above zero" },
  },
  budgetInvalid: {
    kind: "invalid",
    field: "budget",
    message: { zh: "总预算至少为一天的单价", en: "The budget must pay for a day at least" },
  },
  productNotOffered: {
    kind: "invalid",
    field: "productId",
    message: { zh: "该产品当前未上架，不能推广", en: "This product is not on the shelf: it cannot be promoted" },
  },
  placeTaken: {
    kind: "conflict",
    field: "startsOn",
    message: {
      zh: "该位置在所选日期内已排满（最多 {max} 个）",
      en: "This place is taken on those days (at most {max} at once)",
    },
  },
  notRunning: {
    kind: "conflict",
    message: { zh: "该推广已结束（{state}）", en: "This placement is over ({state})" },
  },
  reasonRequired: {
    kind: "invalid",
    field: "reason",
    message: { zh: "请填写停止的原因", en: "Say why it is stopped" },
  },
});
