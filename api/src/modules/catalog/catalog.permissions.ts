import { definePermissions } from "../../kernel/access/index.js";

export const catalogPermissions = definePermissions({
  "listing:read": { label: { zh: "查看产品上架信息", en: "See product listings" }, kinds: ["INSTITUTION", "PLATFORM"] },
  "listing:write": { label: { zh: "编辑产品草稿", en: "Write product drafts" }, kinds: ["INSTITUTION"] },
  "listing:submit": {
    label: { zh: "提交上架与下架产品", en: "Submit and unpublish products" },
    kinds: ["INSTITUTION"],
  },
  "listing:review": { label: { zh: "审核产品上架", en: "Review product listings" }, kinds: ["PLATFORM"] },
  "listing:suspend": { label: { zh: "暂停与恢复产品", en: "Suspend and resume products" }, kinds: ["PLATFORM"] },
});
