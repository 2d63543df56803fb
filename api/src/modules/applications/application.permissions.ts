import { definePermissions } from "../../kernel/access/index.js";

export const applicationPermissions = definePermissions({
  "application:read": {
    label: { zh: "查看申请", en: "See applications" },
    kinds: ["BORROWER", "INSTITUTION", "PLATFORM"],
  },
  "application:submit": { label: { zh: "提交申请", en: "Submit applications" }, kinds: ["BORROWER"] },
  "application:withdraw": { label: { zh: "撤回申请", en: "Withdraw applications" }, kinds: ["BORROWER"] },
});
