import { defineErrors } from "../errors/index.js";

export const approvalErrors = defineErrors("APPROVAL", {
  makerCannotCheck: {
    kind: "forbidden",
    message: {
      zh: "提交人不能审核自己的申请，需由另一人处理",
      en: "The maker cannot be the checker: somebody else must decide",
    },
  },
  notPending: {
    kind: "conflict",
    message: { zh: "该事项已处理（{state}）", en: "This has been decided already ({state})" },
  },
  reasonRequired: {
    kind: "invalid",
    field: "reason",
    message: { zh: "退回或拒绝时请填写原因", en: "Give a reason when you return or reject" },
  },
  alreadyPending: {
    kind: "conflict",
    message: { zh: "已有一项待审核的相同申请", en: "The same wish is waiting for approval already" },
  },
});
