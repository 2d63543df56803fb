import { definePermissions } from "../../kernel/access/index.js";

export const underwritingPermissions = definePermissions({
  "application:review": { label: { zh: "审核申请", en: "Review applications" }, kinds: ["INSTITUTION"] },
  "application:decide": { label: { zh: "审批申请", en: "Decide applications" }, kinds: ["INSTITUTION"] },
  "application:check": { label: { zh: "复核审批", en: "Check decisions above a limit" }, kinds: ["INSTITUTION"] },
  "offer:answer": { label: { zh: "确认方案", en: "Answer offers" }, kinds: ["BORROWER"] },
});
