import { definePermissions } from "../../kernel/access/index.js";

export const borrowerPermissions = definePermissions({
  "borrower:own": {
    label: { zh: "查看本人资料", en: "See own data" },
    kinds: ["BORROWER"],
  },
  "profile:write": {
    label: { zh: "维护本人资料", en: "Maintain own profile, documents and cards" },
    kinds: ["BORROWER"],
  },
  "personal-data:reveal": {
    label: { zh: "查看申请人明文信息", en: "Reveal an applicant's clear data" },
    kinds: ["INSTITUTION", "PLATFORM"],
  },
  "document:view": {
    label: { zh: "查看申请资料", en: "View documents" },
    kinds: ["BORROWER", "INSTITUTION", "PLATFORM"],
  },
});
