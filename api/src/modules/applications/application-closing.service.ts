import type { Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import type { Viewer } from "../../kernel/viewer/index.js";
import type { ConsentRow, ConsentService } from "../borrowers/index.js";
import { applicationErrors } from "./application.errors.js";
import * as applications from "./application.repository.js";
import type { ApplicationService } from "./application.service.js";
import { ApplicationState, isOpenState, SIGNED_STATES, WITHDRAWABLE_STATES } from "./application.states.js";
import type { ApplicationRow } from "./application.tables.js";
import { mustBeBorrower } from "./application-draft.service.js";
import type { ApplicationSequenceService } from "./application-sequence.service.js";

export interface WithdrawalWish {
  readonly applicationId: string;
  readonly version: number;
  readonly reason?: string | null;
  readonly idempotencyKey: string;
}

/** How a borrower ends what they began: by withdrawing the application, or the consent it rests on. */
export class ApplicationClosingService {
  constructor(
    private readonly kernel: Kernel,
    private readonly consents: ConsentService,
    private readonly applications: ApplicationService,
    private readonly sequences: Pick<ApplicationSequenceService, "givenUp">,
  ) {}

  /**
   * Withdraws an application, once per key; its consent ends in the same moment and the institution sees it no more.
   * @throws NOT_FOUND, CONFLICT on another version, APPLICATION_CANNOT_WITHDRAW from the signature on.
   */
  async withdraw(viewer: Viewer, wish: WithdrawalWish): Promise<string> {
    mustBeBorrower(viewer);
    const { idempotencyKey: key, ...request } = wish;
    return this.kernel.db.write(viewer, (tx) =>
      once(tx, viewer, { key, operation: "withdrawApplication", request }, async () => {
        const seen = await this.applications.lock(tx, viewer, wish.applicationId);
        if (!WITHDRAWABLE_STATES.includes(seen.state)) throw applicationErrors.cannotWithdraw({ state: seen.state });
        await this.applications.move(tx, viewer, {
          applicationId: seen.id,
          from: WITHDRAWABLE_STATES,
          to: ApplicationState.WITHDRAWN,
          version: wish.version,
          reason: "WITHDRAWN_BY_BORROWER",
          patch: { withdrawalNote: wish.reason?.trim() || null },
        });
        return seen.id;
      }),
    );
  }

  /**
   * Another lender's offer is taken, in the same transaction: this application, which the caller holds, is withdrawn, and
   * a walk whose turn it was is over. One that has ended meanwhile stays as it is.
   * @throws APPLICATION_CANNOT_WITHDRAW from the signature on.
   */
  async giveWay(tx: Tx, viewer: Viewer, { id, state }: ApplicationRow): Promise<void> {
    if (SIGNED_STATES.includes(state)) throw applicationErrors.cannotWithdraw({ state });
    if (!isOpenState(state)) return;
    const reason = "OTHER_OFFER_TAKEN";
    const from = WITHDRAWABLE_STATES;
    await this.applications.move(tx, viewer, { applicationId: id, from, to: ApplicationState.WITHDRAWN, reason });
    await this.sequences.givenUp(tx, viewer, id);
  }

  /**
   * Takes a consent back. An application under way is withdrawn with it; a decided one is closed to the institution.
   * @throws APPLICATION_CONSENT_SERVES_LOAN once the contract is signed: servicing needs the data until the loan is settled.
   */
  async withdrawConsent(viewer: Viewer, consentId: string): Promise<ConsentRow> {
    const { borrowerId } = mustBeBorrower(viewer);
    return this.kernel.db.write(viewer, async (tx) => {
      // Applications are held before their consents, in the order every other writer takes them.
      const resting: ApplicationRow[] = [];
      for (const { id } of await applications.byConsent(tx, borrowerId, consentId))
        resting.push(await this.applications.lock(tx, viewer, id));
      if (resting.some((row) => SIGNED_STATES.includes(row.state))) throw applicationErrors.consentServesLoan();
      // The consent goes first: moving the application ends what is left of its consents.
      const consent = await this.consents.withdraw(tx, viewer, consentId, "WITHDRAWN_BY_BORROWER");
      for (const row of resting) {
        if (isOpenState(row.state))
          await this.applications.move(tx, viewer, {
            applicationId: row.id,
            from: WITHDRAWABLE_STATES,
            to: ApplicationState.WITHDRAWN,
            reason: "CONSENT_WITHDRAWN",
          });
        else if (row.consentEndedAt === null)
          await applications.compareAndSet(tx, row, { consentEndedAt: this.kernel.clock.businessNow() });
      }
      return consent;
    });
  }
}
