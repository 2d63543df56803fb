import { definePermissions } from "../../kernel/access/index.js";

export const placementPermissions = definePermissions({
  "placement:read": { label: { zh: "查看推广位", en: "See placements" }, kinds: ["PLATFORM"] },
  "placement:manage": { label: { zh: "预订与停止推广位", en: "Book and stop placements" }, kinds: ["PLATFORM"] },
  "placement:approve": { label: { zh: "审批推广位", en: "Approve placements" }, kinds: ["PLATFORM"] },
});
