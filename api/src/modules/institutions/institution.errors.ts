import { defineErrors } from "../../kernel/errors/index.js";

export const institutionErrors = defineErrors("INSTITUTION", {
  usccInvalid: {
    kind: "invalid",
    field: "uscc",
    message: { zh: "统一社会信用代码不正确", en: "This unified social credit code is not valid" },
  },
  usccTaken: {
    kind: "conflict",
    field: "uscc",
    message: { zh: "该统一社会信用代码已登记", en: "An institution with this credit code is registered already" },
  },
  phoneInvalid: {
    kind: "invalid",
    field: "servicePhone",
    message: { zh: "客服电话格式不正确", en: "This service phone number is malformed" },
  },
  moveNotAllowed: {
    kind: "conflict",
    message: { zh: "机构状态不能由 {from} 变为 {to}", en: "An institution cannot go from {from} to {to}" },
  },
  reasonRequired: { kind: "invalid", field: "reason", message: { zh: "请填写原因", en: "Give a reason" } },
});
