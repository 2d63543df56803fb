import { defineErrors } from "../../kernel/errors/index.js";

export const channelErrors = defineErrors("CHANNEL", {
  scopeUnknown: {
    kind: "invalid",
    field: "scopes",
    message: { zh: "合作方不能拥有权限 {scope}", en: "A partner cannot hold the scope {scope}" },
  },
  scopesEmpty: {
    kind: "invalid",
    field: "scopes",
    message: { zh: "请至少选择一项权限", en: "Choose at least one scope" },
  },
  expiryPast: {
    kind: "invalid",
    field: "expiresOn",
    message: { zh: "到期日须晚于今天", en: "A key must expire after today" },
  },
  alreadyRevoked: { kind: "conflict", message: { zh: "该密钥已吊销", en: "This key is revoked already" } },
});
