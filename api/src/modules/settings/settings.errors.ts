import { defineErrors } from "../../kernel/errors/index.js";

export const settingsErrors = defineErrors("SETTINGS", {
  unknownParameter: {
    kind: "not_found",
    field: "name",
    message: { zh: "没有这个参数", en: "There is no such parameter" },
  },
  valueMalformed: {
    kind: "invalid",
    field: "value",
    message: { zh: "参数值格式不正确，应为：{form}", en: "This value is malformed; write it as {form}" },
  },
  valueOutOfRange: {
    kind: "invalid",
    field: "value",
    message: { zh: "参数值须在 {min} 与 {max} 之间", en: "The value must lie between {min} and {max}" },
  },
  valueUnchanged: {
    kind: "invalid",
    field: "value",
    message: { zh: "参数值没有变化", en: "The parameter has this value already" },
  },
  effectiveInPast: {
    kind: "invalid",
    field: "effectiveFrom",
    message: { zh: "生效时间不能早于现在", en: "A change cannot take effect in the past" },
  },
  effectiveTaken: {
    kind: "conflict",
    field: "effectiveFrom",
    message: {
      zh: "该参数在此刻已有一次变更，请换一个生效时间",
      en: "Another change takes effect at this very moment: choose another time",
    },
  },
  reasonRequired: { kind: "invalid", field: "reason", message: { zh: "请填写变更原因", en: "Say why this changes" } },
  clockBackwards: {
    kind: "invalid",
    field: "toDay",
    message: { zh: "业务时间只能向前，现在是 {today}", en: "Business time only moves forward; it is {today} now" },
  },
  clockTooFar: {
    kind: "invalid",
    field: "toDay",
    message: { zh: "一次最多推进 {days} 天", en: "Move at most {days} days at once" },
  },
});
