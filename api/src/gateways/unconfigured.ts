/** Vendors that production has not been given: every call is refused, so nothing is let through unchecked. */
import { kernelErrors } from "../kernel/errors/index.js";
import type { CreditBureauGateway } from "./credit-bureau/index.js";
import type { DocumentReadingGateway } from "./document-reading/index.js";
import type { EmailGateway } from "./email/index.js";
import type { IdentityCheckGateway } from "./identity-check/index.js";
import type { PaymentGateway } from "./payment/index.js";
import type { SmsGateway } from "./sms/index.js";

const refuse = async (): Promise<never> => {
  throw kernelErrors.unavailable();
};

export const unconfigured: {
  readonly sms: SmsGateway;
  readonly email: EmailGateway;
  readonly payment: PaymentGateway;
  readonly creditBureau: CreditBureauGateway;
  readonly identityCheck: IdentityCheckGateway;
  readonly documentReading: DocumentReadingGateway;
} = {
  sms: { send: refuse },
  email: { send: refuse },
  payment: { disburse: refuse, collect: refuse, find: refuse },
  creditBureau: { report: refuse },
  identityCheck: { check: refuse, checkCard: refuse },
  documentReading: { readCard: refuse },
};
