import { definePermissions } from "../../kernel/access/index.js";

export const institutionPermissions = definePermissions({
  "member:read": { label: { zh: "查看机构成员", en: "See colleagues" }, kinds: ["INSTITUTION"] },
});
