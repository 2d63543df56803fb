/** Everything outside: one bag, built once by the composition root. A module takes the gateways it needs, by their own doors. */
import type { Kernel } from "../kernel/index.js";
import type { CreditBureauGateway } from "./credit-bureau/index.js";
import { createBureau } from "./credit-bureau/sandbox.js";
import type { DocumentReadingGateway } from "./document-reading/index.js";
import { createSandboxDocumentReading } from "./document-reading/sandbox.js";
import type { EmailGateway } from "./email/index.js";
import { createSandboxEmail } from "./email/sandbox.js";
import { createDiskFiles } from "./files/disk.js";
import type { FilesGateway } from "./files/index.js";
import type { IdentityCheckGateway } from "./identity-check/index.js";
import { createSandboxIdentityCheck } from "./identity-check/sandbox.js";
import { createOutbox } from "./outbox/index.js";
import type { PaymentGateway } from "./payment/index.js";
import { createBankPayments } from "./payment/sandbox.js";
import type { SmsGateway } from "./sms/index.js";
import { createSandboxSms } from "./sms/sandbox.js";
import { unconfigured } from "./unconfigured.js";

export interface Gateways {
  readonly sms: SmsGateway;
  readonly email: EmailGateway;
  readonly payment: PaymentGateway;
  readonly creditBureau: CreditBureauGateway;
  readonly identityCheck: IdentityCheckGateway;
  readonly documentReading: DocumentReadingGateway;
  readonly files: FilesGateway;
}

/** Sandbox mode pretends; production uses what is configured and refuses the rest. */
export function createGateways(kernel: Pick<Kernel, "config" | "db">): Gateways {
  const { config } = kernel;
  const outbox = createOutbox(kernel);
  const callbackUrl = `${config.publicUrl}/callbacks/bank`;
  return {
    sms: config.isSandbox ? createSandboxSms(outbox) : unconfigured.sms,
    email: config.isSandbox ? createSandboxEmail(outbox) : unconfigured.email,
    identityCheck: config.isSandbox ? createSandboxIdentityCheck() : unconfigured.identityCheck,
    documentReading: config.isSandbox ? createSandboxDocumentReading() : unconfigured.documentReading,
    payment: config.bankUrl ? createBankPayments({ bankUrl: config.bankUrl, callbackUrl }) : unconfigured.payment,
    creditBureau: config.bureauUrl ? createBureau({ bureauUrl: config.bureauUrl }) : unconfigured.creditBureau,
    files: createDiskFiles(config.dataDir),
  };
}
