import { definePermissions } from "../../kernel/access/index.js";

export const analyticsPermissions = definePermissions({
  "figures:read": { label: { zh: "查看平台实时数据", en: "See the platform's live figures" }, kinds: ["PLATFORM"] },
  "business:read": { label: { zh: "查看业务统计", en: "See business figures" }, kinds: ["INSTITUTION", "PLATFORM"] },
});
