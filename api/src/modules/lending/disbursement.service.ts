import type { Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { markReaction } from "../../kernel/events/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import { type ApplicationService, ApplicationState } from "../applications/index.js";
import { quoteOf } from "../catalog/index.js";
import { BankOrderKind, type BankOrderRow, type BankOrderService, BankOrderState } from "../ledger/index.js";
import * as contracts from "./contract.repository.js";
import type { ContractRow, DisbursementRow } from "./contract.tables.js";
import { DisbursementState } from "./disbursement.states.js";
import type { AgreedTerms, DisclosureService } from "./disclosure.service.js";
import { lendingErrors } from "./lending.errors.js";
import { disbursementEvents } from "./lending.events.js";
import type { LoanOpening } from "./loan-opening.service.js";

export interface DisbursementRetry {
  readonly applicationId: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

const { REQUESTED, SENT, UNKNOWN, SUCCEEDED, FAILED } = DisbursementState;

export class DisbursementService {
  constructor(
    private readonly kernel: Kernel,
    private readonly applications: ApplicationService,
    private readonly disclosures: DisclosureService,
    private readonly agreed: AgreedTerms,
    private readonly bankOrders: BankOrderService,
    private readonly loans: LoanOpening,
  ) {}

  /** After the signature: the payout is written and the bank's order with it. Once per contract. */
  async request(reaction: string, eventId: string, contractId: string): Promise<void> {
    await this.kernel.db.write(system, async (tx) => {
      if (!(await markReaction(tx, reaction, eventId))) return;
      const contract = await contracts.find(tx, "all", contractId);
      if (!contract) throw new Error(`contract ${contractId} is missing`);
      const { quote } = this.disclosures.sheetOf(await this.disclosures.find(tx, system, contract.disclosureId));
      const id = newId();
      const order = await this.order(tx, system, id, contract, quote.netDisbursed);
      await contracts.insertDisbursement(tx, {
        id,
        applicationId: contract.applicationId,
        contractId,
        borrowerId: contract.borrowerId,
        institutionId: contract.institutionId,
        bankCardId: contract.bankCardId,
        amount: quote.netDisbursed,
        orderId: order,
      });
      await this.announce(tx, system, id, contract, quote.netDisbursed);
      await this.applications.move(tx, system, {
        applicationId: contract.applicationId,
        from: [ApplicationState.CONTRACTED],
        to: ApplicationState.DISBURSING,
      });
    });
  }

  /**
   * Sends a failed payout again, as a new bank order of the same disbursement. Answers the application's id.
   * @throws LENDING_NOTHING_TO_RETRY, LENDING_DISBURSEMENT_DISPUTED, CONFLICT when the version has moved on.
   */
  async retry(viewer: Viewer, { applicationId, version, idempotencyKey: key }: DisbursementRetry): Promise<string> {
    return this.kernel.db.write(system, (tx) =>
      once(tx, viewer, { key, operation: "retryDisbursement", request: { applicationId, version } }, async () => {
        const application = await this.applications.lock(tx, viewer, applicationId);
        const disbursement = await contracts.lockDisbursement(tx, { applicationId });
        if (application.state !== ApplicationState.DISBURSE_FAILED || disbursement?.state !== FAILED)
          throw lendingErrors.nothingToRetry({ state: application.state });
        const last = await this.bankOrders.find(tx, disbursement.orderId);
        if (last?.state !== BankOrderState.FAILED) throw lendingErrors.disbursementDisputed();
        const from = [ApplicationState.DISBURSE_FAILED];
        await this.applications.move(tx, viewer, { applicationId, version, from, to: ApplicationState.DISBURSING });
        const orderId = await this.order(tx, viewer, disbursement.id, disbursement, disbursement.amount);
        const tryCount = disbursement.tryCount + 1;
        const again = { state: REQUESTED, orderId, tryCount, failure: null, settledAt: null };
        const moved = await contracts.moveDisbursement(tx, disbursement.id, [FAILED], again);
        if (!moved) throw kernelErrors.conflict({ state: disbursement.state });
        await this.announce(tx, viewer, disbursement.id, disbursement, disbursement.amount);
        return applicationId;
      }),
    );
  }

  /** The bank's outcome: a paid one opens the loan in the same transaction, a refused one waits for a manager. */
  async settle(reaction: string, eventId: string, orderId: string): Promise<void> {
    await this.kernel.db.write(system, async (tx) => {
      if (!(await markReaction(tx, reaction, eventId))) return;
      const order = await this.bankOrders.find(tx, orderId);
      if (!order || order.kind !== BankOrderKind.DISBURSE) return;
      const disbursement = await contracts.lockDisbursement(tx, { id: order.subjectId });
      if (!disbursement || disbursement.orderId !== orderId || disbursement.state === SUCCEEDED) return;
      const { bankReference, failure } = order;
      if (order.state === BankOrderState.SUCCEEDED) await this.succeed(tx, disbursement, bankReference);
      else if (order.state === BankOrderState.FAILED) await this.fail(tx, disbursement, failure ?? "UNKNOWN");
    });
  }

  /** While the bank has not decided, a payout stands where its order stands. */
  stateOf(row: DisbursementRow, order: Pick<BankOrderRow, "state"> | null): DisbursementState {
    if (row.state !== REQUESTED || !order) return row.state;
    if (order.state === BankOrderState.DISPUTED || order.state === BankOrderState.UNKNOWN) return UNKNOWN;
    return order.state === BankOrderState.SENT ? SENT : row.state;
  }

  private async succeed(tx: Tx, disbursement: DisbursementRow, bankReference: string | null): Promise<void> {
    const { applicationId } = disbursement;
    const outcome = { state: SUCCEEDED, bankReference, failure: null };
    const paid = await contracts.moveDisbursement(tx, disbursement.id, [REQUESTED, SENT, UNKNOWN], outcome, true);
    if (!paid) throw kernelErrors.conflict({ state: disbursement.state });
    const contract = disbursement.contractId ? await contracts.find(tx, "all", disbursement.contractId) : undefined;
    if (!contract) throw new Error(`disbursement ${disbursement.id} has no contract`);
    const signed = this.disclosures.sheetOf(await this.disclosures.find(tx, system, contract.disclosureId)).quote;
    const application = await this.applications.find(tx, system, applicationId);
    const version = await this.agreed.productVersion(tx, application.productVersionId);
    const { amount, annualRate, termCount, method } = signed;
    const startOn = this.kernel.clock.today();
    const today = quoteOf(version, { amount, annualRate, termCount, method, startOn });
    // What went out must be what the loan says went out; where the day changes that, the signed day stands.
    const quote = today.netDisbursed === paid.amount ? today : signed;
    await this.applications.move(tx, system, {
      applicationId,
      from: [ApplicationState.DISBURSING],
      to: ApplicationState.DISBURSED,
    });
    await this.loans.open(tx, system, { disbursement: paid, contract, application, version, quote });
  }

  private async fail(tx: Tx, disbursement: DisbursementRow, failure: string): Promise<void> {
    const { id, applicationId, borrowerId, institutionId } = disbursement;
    await contracts.moveDisbursement(tx, id, [REQUESTED, SENT, UNKNOWN], { state: FAILED, failure }, true);
    await this.applications.move(tx, system, {
      applicationId,
      from: [ApplicationState.DISBURSING],
      to: ApplicationState.DISBURSE_FAILED,
      reason: { zh: `银行未能完成放款：${failure}`, en: `The bank could not pay out: ${failure}` },
    });
    await this.kernel.events.record(tx, system, disbursementEvents.failed, {
      subject: { type: "Disbursement", id },
      borrowerId,
      institutionId,
      facts: { applicationId, disbursementId: id, failure },
    });
  }

  private async order(
    tx: Tx,
    viewer: Viewer,
    subjectId: string,
    of: Pick<ContractRow, "borrowerId" | "institutionId" | "bankCardId">,
    amount: bigint,
  ): Promise<string> {
    const { borrowerId, institutionId, bankCardId } = of;
    const wish = { kind: BankOrderKind.DISBURSE, subjectId, amount, borrowerId, institutionId, bankCardId };
    return (await this.bankOrders.request(tx, viewer, wish)).id;
  }

  private async announce(
    tx: Tx,
    viewer: Viewer,
    disbursementId: string,
    of: Pick<ContractRow, "applicationId" | "borrowerId" | "institutionId">,
    amount: bigint,
  ): Promise<void> {
    const { applicationId, borrowerId, institutionId } = of;
    await this.kernel.events.record(tx, viewer, disbursementEvents.requested, {
      subject: { type: "Disbursement", id: disbursementId },
      borrowerId,
      institutionId,
      facts: { applicationId, disbursementId, amount: amount.toString() },
    });
  }
}
