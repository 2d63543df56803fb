import { definePermissions } from "../../kernel/access/index.js";

export const paymentPermissions = definePermissions({
  "loan:repay": { label: { zh: "还款", en: "Repay loans" }, kinds: ["BORROWER"] },
});
