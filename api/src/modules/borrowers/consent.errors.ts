import { defineErrors } from "../../kernel/errors/index.js";

export const consentErrors = defineErrors("CONSENT", {
  textChanged: {
    kind: "conflict",
    field: "textHash",
    message: {
      zh: "授权书内容已更新，请重新阅读并同意",
      en: "The consent text has changed: read it again and agree anew",
    },
  },
  ended: { kind: "conflict", message: { zh: "该授权已撤回或已结束", en: "This consent was withdrawn or has ended" } },
  required: {
    kind: "forbidden",
    message: {
      zh: "需要借款人对该机构的有效授权",
      en: "A standing consent of the borrower to this institution is needed",
    },
  },
});
