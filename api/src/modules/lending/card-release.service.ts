import type { Kernel } from "../../kernel/index.js";
import type { Viewer } from "../../kernel/viewer/index.js";
import { type ApplicationService, isOpenState } from "../applications/index.js";
import type { BankCardService } from "../borrowers/index.js";
import * as contracts from "./contract.repository.js";
import { lendingErrors } from "./lending.errors.js";
import * as loans from "./loan.repository.js";

/** Lets borrowers go of a card. Only lending knows which of them money still goes to or comes from. */
export class CardReleaseService {
  constructor(
    private readonly kernel: Kernel,
    private readonly applications: ApplicationService,
    private readonly cards: BankCardService,
  ) {}

  /** @throws NOT_FOUND unless the card is the viewer's own; LENDING_CARD_IN_USE. */
  unbind(viewer: Viewer, bankCardId: string): Promise<void> {
    return this.kernel.db.write(viewer, async (tx) => {
      const card = await this.cards.lock(tx, viewer, bankCardId);
      const signed = await contracts.awaitingPayout(tx, card.id);
      const waiting = await this.applications.list(tx, viewer, signed);
      const isServing =
        waiting.some(({ state }) => isOpenState(state)) || (await loans.countRunningOn(tx, card.id)) > 0;
      if (isServing) throw lendingErrors.cardInUse();
      await this.cards.unbind(tx, viewer, card);
    });
  }
}
