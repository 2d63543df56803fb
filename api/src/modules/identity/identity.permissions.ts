import { definePermissions } from "../../kernel/access/index.js";

export const identityPermissions = definePermissions({
  "session:own": {
    label: { zh: "管理自己的登录", en: "Manage your own sessions" },
    kinds: ["BORROWER", "INSTITUTION", "PLATFORM"],
  },
  "account:read": { label: { zh: "查看账户", en: "See accounts" }, kinds: ["PLATFORM"] },
  "account:freeze": { label: { zh: "冻结与解冻账户", en: "Freeze and unfreeze accounts" }, kinds: ["PLATFORM"] },
  "role:read": { label: { zh: "查看角色与权限", en: "See roles and permissions" }, kinds: ["PLATFORM"] },
});
