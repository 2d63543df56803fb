import type { DueShift } from "../../kernel/calendar/index.js";
import type { Tx } from "../../kernel/database/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { Viewer } from "../../kernel/viewer/index.js";
import type { QuoteValue } from "../catalog/index.js";
import type { ObligationService } from "../credit/index.js";
import { AccountKind, AccountOwner, type Entry, type LedgerService, TransferKind } from "../ledger/index.js";
import type { ContractRow, DisbursementRow } from "./contract.tables.js";
import { loanEvents } from "./lending.events.js";
import * as loans from "./loan.repository.js";
import { instalmentStanding, keptBackOf, obligationOf, owedOf, planOf } from "./loan.rules.js";
import { audienceOf, payeeAccount } from "./loan.service.js";
import type { LoanRow, NewInstalmentRow } from "./loan.tables.js";

export interface PaidOut {
  readonly disbursement: Pick<DisbursementRow, "id" | "borrowerId" | "institutionId" | "applicationId" | "bankCardId">;
  readonly contract: Pick<ContractRow, "id"> | null;
  readonly application: { readonly productId: string; readonly productVersionId: string };
  readonly version: { readonly dueShift: DueShift };
  readonly quote: QuoteValue;
}

/** What is cleared first when a payment does not cover an instalment. */
const ALLOCATION_ORDER = ["PENALTY", "FEE", "INTEREST", "PRINCIPAL"] as const;

/** Instalments nothing has been paid of. */
export const untouched = (rows: readonly NewInstalmentRow[]) =>
  rows.map((row) => ({ ...row, paidPrincipal: 0n, paidInterest: 0n, paidFee: 0n }));

/** A paid out loan as rows: the loan, and its instalments to the fen of the quote. */
export function loanRows({ disbursement, contract, application, version, quote }: PaidOut) {
  const loanId = newId();
  const { borrowerId, institutionId, applicationId, bankCardId } = disbursement;
  const plan = planOf(quote);
  const nothing = { paidPrincipal: 0n, paidInterest: 0n, paidFee: 0n };
  const instalments = plan.map((planned): NewInstalmentRow => {
    const { state } = instalmentStanding({ ...planned, ...nothing }, quote.startOn);
    return { ...planned, ...nothing, state, id: newId(), loanId, borrowerId, institutionId };
  });
  const loan = {
    id: loanId,
    number: `JJ${quote.startOn.replaceAll("-", "")}-${loanId.slice(-10).toUpperCase()}`,
    applicationId,
    contractId: contract?.id ?? null,
    disbursementId: disbursement.id,
    borrowerId,
    institutionId,
    productId: application.productId,
    productVersionId: application.productVersionId,
    bankCardId,
    principal: quote.amount,
    annualRate: quote.annualRate,
    termCount: quote.termCount,
    method: quote.method,
    dueShift: version.dueShift,
    allocationOrder: [...ALLOCATION_ORDER],
    startOn: quote.startOn,
    maturesOn: plan.at(-1)?.dueOn ?? quote.startOn,
    planHash: quote.termsHash,
    outstandingPrincipal: quote.amount,
    outstandingTotal: plan.reduce((sum, row) => sum + owedOf({ ...row, ...nothing }), 0n),
  };
  return { loan, instalments };
}

/** The movements of a payout: the whole principal is lent, and fees kept back come out of it again. */
export function openingEntries(loan: Pick<LoanRow, "id" | "institutionId" | "principal">, quote: QuoteValue): Entry[] {
  const { id, institutionId, principal } = loan;
  const funds = { ownerKind: AccountOwner.INSTITUTION, ownerId: institutionId, kind: AccountKind.FUNDS };
  const owed = { ownerKind: AccountOwner.LOAN, ownerId: id, kind: AccountKind.LOAN_PRINCIPAL };
  return [
    { kind: TransferKind.DISBURSEMENT, ref: id, debit: owed, credit: funds, amount: principal },
    ...keptBackOf(quote).map((fee) => ({
      kind: TransferKind.UPFRONT_FEE,
      ref: `${id}:${fee.code}`,
      debit: funds,
      credit: payeeAccount(fee, institutionId),
      amount: fee.amount,
    })),
  ];
}

export class LoanOpening {
  constructor(
    private readonly kernel: Kernel,
    private readonly ledger: LedgerService,
    private readonly obligations: ObligationService,
  ) {}

  /** Makes the loan of a payout: instalments, movements of money and the event, in the caller's transaction (the system's). */
  async open(tx: Tx, viewer: Viewer, paidOut: PaidOut): Promise<LoanRow> {
    const { loan: row, instalments } = loanRows(paidOut);
    const loan = await loans.insert(tx, row);
    await loans.insertInstalments(tx, instalments);
    await this.obligations.record(tx, [obligationOf(loan, untouched(instalments))]);
    const { id: loanId, applicationId, principal, startOn, borrowerId, institutionId } = loan;
    const eventId = await this.kernel.events.record(tx, viewer, loanEvents.opened, {
      ...audienceOf(loan),
      facts: { loanId, applicationId, principal: principal.toString(), startOn },
    });
    await this.ledger.post(tx, {
      eventId,
      borrowerId,
      institutionId,
      on: startOn,
      entries: openingEntries(loan, paidOut.quote),
    });
    return loan;
  }
}
