import { newToken } from "../../kernel/crypto/index.js";
import type { IdentityCheckGateway, IdentityClaim, IdentityVerdict } from "./index.js";
import { sandboxPersonas } from "./personas.js";

/** Digits 15 to 17 of an identity number that never fits its name. */
const MISFIT_SEQUENCE = "901";
/** Last digits of a card whose holder is somebody else. */
const FOREIGN_CARD = "0009";

const BANKS: readonly (readonly [prefix: string, name: string])[] = [
  ["622202", "中国工商银行"],
  ["621700", "中国建设银行"],
  ["622848", "中国农业银行"],
  ["621661", "中国银行"],
  ["622588", "招商银行"],
  ["622262", "交通银行"],
  ["621799", "中国邮政储蓄银行"],
];

const fits: IdentityVerdict = { isMatch: true, mismatch: null };

function verdictOn({ name, identityNumber, phone }: IdentityClaim): IdentityVerdict {
  const known = sandboxPersonas.find((persona) => persona.identityNumber === identityNumber);
  if (known && known.name !== name) return { isMatch: false, mismatch: "NAME" };
  if (known && known.phone !== phone) return { isMatch: false, mismatch: "PHONE" };
  if (name.includes("不符")) return { isMatch: false, mismatch: "NAME" };
  if (identityNumber.slice(14, 17) === MISFIT_SEQUENCE) return { isMatch: false, mismatch: "IDENTITY_NUMBER" };
  return fits;
}

/** Knows the planted personas exactly and takes everybody else at their word, but for the inputs in src/sandbox/README.md. */
export const createSandboxIdentityCheck = (): IdentityCheckGateway => ({
  check: async (claim) => verdictOn(claim),
  async checkCard(claim) {
    const isMatch = verdictOn(claim).isMatch && !claim.cardNumber.endsWith(FOREIGN_CARD);
    if (!isMatch) return { isMatch, token: null, bankName: null };
    const bankName = BANKS.find(([prefix]) => claim.cardNumber.startsWith(prefix))?.[1] ?? "其他银行";
    // The bank knows the card by this; its last four digits steer the sandbox bank.
    return { isMatch, token: `card_${newToken().slice(0, 20)}_${claim.cardNumber.slice(-4)}`, bankName };
  },
});
