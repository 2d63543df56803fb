import { definePermissions } from "../../kernel/access/index.js";

export const settingsPermissions = definePermissions({
  "parameter:read": { label: { zh: "查看参数", en: "See parameters" }, kinds: ["PLATFORM"] },
  "parameter:change": { label: { zh: "修改参数", en: "Change parameters" }, kinds: ["PLATFORM"] },
  "clock:advance": { label: { zh: "推进业务时钟", en: "Move the business clock" }, kinds: ["PLATFORM"] },
  "approval:read": { label: { zh: "查看待办审批", en: "See approvals" }, kinds: ["INSTITUTION", "PLATFORM"] },
});
