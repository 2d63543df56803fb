import { definePermissions } from "../../kernel/access/index.js";

export const recommendationPermissions = definePermissions({
  "precheck:claim": {
    label: { zh: "将预审结果并入本人资料", en: "Take a pre-check over into the own profile" },
    kinds: ["BORROWER"],
  },
  "odds:read": { label: { zh: "查看获批可能模型", en: "See the models behind approval odds" }, kinds: ["PLATFORM"] },
  "odds:train": { label: { zh: "重新训练获批可能模型", en: "Train the odds model anew" }, kinds: ["PLATFORM"] },
});
