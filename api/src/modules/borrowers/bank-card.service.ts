import { checkBankCard } from "@daichao/finance";
import type { IdentityCheckGateway } from "../../gateways/identity-check/index.js";
import { maskCard } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import { type BorrowerViewer, scopeOf, type Viewer } from "../../kernel/viewer/index.js";
import type { IdentityService } from "../identity/index.js";
import { borrowerErrors } from "./borrower.errors.js";
import { borrowerEvents } from "./borrower.events.js";
import * as borrowers from "./borrower.repository.js";
import { mustBeBorrower } from "./borrower.rules.js";
import type { BorrowerService } from "./borrower.service.js";
import type { BankCardRow, BorrowerRow } from "./borrower.tables.js";

const MAX_CARDS = 10;
const placeOf = (column: "number" | "token", id: string) => `bank_cards.${column}.${id}`;

interface CheckedCard {
  readonly number: string;
  readonly token: string;
  readonly bankName: string;
}

/** The cards money goes to and comes from. A card is bound by one account only, after the bank has named its holder. */
export class BankCardService {
  constructor(
    private readonly kernel: Kernel,
    private readonly identity: IdentityService,
    private readonly people: BorrowerService,
    private readonly identityCheck: IdentityCheckGateway,
  ) {}

  /**
   * Binds a card of the borrower's own. Binding it again changes nothing.
   * @throws BORROWER_CARD_INVALID, BORROWER_IDENTITY_REQUIRED, BORROWER_CARD_NOT_YOURS, BORROWER_CARD_TAKEN,
   * BORROWER_TOO_MANY_CARDS; KEY_REUSED.
   */
  async bind(viewer: Viewer, input: { cardNumber: string; idempotencyKey: string }): Promise<BorrowerRow> {
    const borrower = mustBeBorrower(viewer);
    const check = checkBankCard(input.cardNumber);
    if (!check.valid) throw borrowerErrors.cardInvalid({ fault: check.fault });
    const claim = await this.kernel.db.read(viewer, async (reader) => ({
      ...(await this.people.clearIdentityOf(reader, borrower.borrowerId)),
      phone: (await this.identity.contactOf(reader, borrower.borrowerId)).phone,
    }));
    const verdict = await this.identityCheck.checkCard({ ...claim, cardNumber: check.number });
    if (!verdict.isMatch || !verdict.token) throw borrowerErrors.cardNotYours();
    const card = { number: check.number, token: verdict.token, bankName: verdict.bankName ?? "" };
    const intent = {
      key: input.idempotencyKey,
      operation: "bindBankCard",
      request: this.kernel.vault.blindIndex("bank-card", check.number),
    };
    return this.kernel.db.write(viewer, async (tx) => {
      await once(tx, viewer, intent, () => this.#store(tx, borrower, card));
      const row = await borrowers.find(tx, borrower.borrowerId);
      if (!row) throw kernelErrors.notFound();
      return row;
    });
  }

  /** @throws NOT_FOUND for a card that is not the viewer's. */
  async find(reader: Reader | Tx, viewer: Viewer, id: string): Promise<BankCardRow> {
    const row = await borrowers.card(reader, scopeOf(viewer), id);
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  /** Holds the viewer's own card to the end of the transaction. @throws NOT_FOUND. */
  async lock(tx: Tx, viewer: Viewer, id: string): Promise<BankCardRow> {
    const row = await borrowers.lockCard(tx, mustBeBorrower(viewer).borrowerId, id);
    if (!row) throw kernelErrors.notFound();
    return row;
  }

  /**
   * Lets go of a card the caller holds and knows to be in no use. What was paid with it still names it; it can be bound
   * again, by anybody it belongs to.
   */
  async unbind(tx: Tx, viewer: Viewer, card: BankCardRow): Promise<void> {
    await borrowers.unbindCard(tx, card.id);
    const { id: bankCardId, borrowerId, bankName } = card;
    await this.kernel.events.record(tx, viewer, borrowerEvents.cardUnbound, {
      subject: { type: "Borrower", id: borrowerId },
      borrowerId,
      facts: { bankCardId, bankName },
    });
  }

  ofBorrower(reader: Reader | Tx, borrowerId: string): Promise<BankCardRow[]> {
    return borrowers.cardsOf(reader, borrowerId);
  }

  /** What stands for the card towards the bank. @throws NOT_FOUND. */
  async tokenOf(reader: Reader | Tx, cardId: string): Promise<string> {
    const row = await borrowers.anyCard(reader, cardId);
    if (!row) throw kernelErrors.notFound();
    return (await this.identity.cipherOf(reader, row.borrowerId)).open(placeOf("token", row.id), row.token);
  }

  /** The clear number, for a reveal. */
  async numberOf(reader: Reader | Tx, row: BankCardRow): Promise<string> {
    return (await this.identity.cipherOf(reader, row.borrowerId)).open(placeOf("number", row.id), row.number);
  }

  async #store(
    tx: Tx,
    viewer: BorrowerViewer,
    { number, token, bankName }: CheckedCard,
  ): Promise<{ bankCardId: string }> {
    const { borrowerId } = viewer;
    const numberBlind = this.kernel.vault.blindIndex("bank-card", number);
    const held = await borrowers.cardsOf(tx, borrowerId);
    const same = held.find((card) => card.numberBlind === numberBlind);
    if (same) return { bankCardId: same.id };
    if (held.length >= MAX_CARDS) throw borrowerErrors.tooManyCards({ max: MAX_CARDS });
    const id = newId();
    const cipher = await this.identity.cipherOf(tx, borrowerId);
    const row = await borrowers.insertCard(tx, {
      id,
      borrowerId,
      bankName,
      numberBlind,
      number: cipher.seal(placeOf("number", id), number),
      numberMasked: maskCard(number),
      token: cipher.seal(placeOf("token", id), token),
      boundAt: this.kernel.clock.now(),
    });
    if (!row) throw borrowerErrors.cardTaken();
    await this.kernel.events.record(tx, viewer, borrowerEvents.cardBound, {
      subject: { type: "Borrower", id: borrowerId },
      borrowerId,
      facts: { bankCardId: id, bankName },
    });
    return { bankCardId: id };
  }
}
