import { definePermissions } from "../../kernel/access/index.js";

export const auditPermissions = definePermissions({
  "audit:read": { label: { zh: "查看操作审计", en: "Read the audit trail" }, kinds: ["PLATFORM"] },
});
