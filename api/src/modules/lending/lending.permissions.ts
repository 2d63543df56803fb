import { definePermissions } from "../../kernel/access/index.js";

export const lendingPermissions = definePermissions({
  "loan:read": { label: { zh: "查看借款", en: "See loans" }, kinds: ["BORROWER", "INSTITUTION", "PLATFORM"] },
  "contract:sign": { label: { zh: "签署借款合同", en: "Sign loan contracts" }, kinds: ["BORROWER"] },
  "contract:read": {
    label: { zh: "下载借款合同", en: "Open loan contracts" },
    kinds: ["BORROWER", "INSTITUTION", "PLATFORM"],
  },
  "disbursement:retry": { label: { zh: "重新放款", en: "Send a failed payout again" }, kinds: ["INSTITUTION"] },
});
