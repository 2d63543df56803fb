import { definePermissions } from "../../kernel/access/index.js";

export const channelPermissions = definePermissions({
  "channel:read": { label: { zh: "查看合作渠道", en: "See partners" }, kinds: ["PLATFORM"] },
  "channel:manage": { label: { zh: "管理合作渠道密钥", en: "Issue and revoke partner keys" }, kinds: ["PLATFORM"] },
  "products:read": {
    label: { zh: "读取已上架产品与报价", en: "Read published products and quotes" },
    kinds: ["CHANNEL"],
  },
});
