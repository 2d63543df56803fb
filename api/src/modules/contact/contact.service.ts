import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system, type Viewer } from "../../kernel/viewer/index.js";
import type { IdentityService } from "../identity/index.js";
import type { SettingsService } from "../settings/index.js";
import { contactErrors } from "./contact.errors.js";
import { contactEvents } from "./contact.events.js";
import * as contact from "./contact.repository.js";
import {
  type ChannelChoice,
  type ChannelSetting,
  isFixed,
  isOnIn,
  minuteOf,
  NIGHT,
  type QuietHours,
  quietUntil,
  settingsFrom,
  timeOf,
} from "./contact.rules.js";
import { ContactChannel, ContactClass, ContactReason, ContactVerdict, type NoticeKind } from "./contact.states.js";
import type { ContactSettingsRow } from "./contact.tables.js";

export interface PreferencesValue {
  readonly channels: readonly ChannelSetting[];
  readonly quietFrom: string;
  readonly quietTo: string;
  readonly phoneMasked: string;
  readonly emailMasked: string | null;
  readonly isEmailConfirmed: boolean;
}

/** A message somebody wants to send. */
export interface ContactWish {
  readonly borrowerId: string;
  readonly channel: typeof ContactChannel.SMS | typeof ContactChannel.EMAIL;
  readonly contactClass: ContactClass;
  /** What it is about; a security code is about nothing but itself. */
  readonly kind: NoticeKind | null;
  /** One message has one cause: asked again with the same, nothing is counted again. */
  readonly cause: string;
}

/** What may be done. The address comes with the permission and not without it. */
export type ContactAnswer =
  | { readonly verdict: "SEND"; readonly to: string; readonly locale: "zh-CN" | "en-US" }
  | { readonly verdict: "LATER"; readonly at: Date; readonly reason: ContactReason }
  | { readonly verdict: "NEVER"; readonly reason: ContactReason };

interface Address {
  readonly clear: string;
  readonly index: string;
  readonly masked: string;
}

const quietOf = (row: ContactSettingsRow | undefined): QuietHours =>
  row ? { fromMinute: row.quietFromMinute, toMinute: row.quietToMinute } : NIGHT;

/** The only permission to write to somebody, and the choices it obeys. */
export class ContactService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: { readonly identity: IdentityService; readonly settings: SettingsService },
  ) {}

  /** The viewer's own choices, defaults filled in. @throws NOT_FOUND for anybody but a borrower. */
  async preferences(reader: Reader | Tx, viewer: Viewer): Promise<PreferencesValue> {
    if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
    const row = await contact.settings(reader, viewer.borrowerId);
    const channels = settingsFrom(await contact.choices(reader, viewer.borrowerId));
    const quiet = quietOf(row);
    const { phoneMasked } = await this.left.identity.contactOf(reader, viewer.borrowerId);
    return {
      channels,
      quietFrom: timeOf(quiet.fromMinute),
      quietTo: timeOf(quiet.toMinute),
      phoneMasked,
      emailMasked: row?.emailMasked ?? null,
      isEmailConfirmed: row?.emailConfirmedAt != null,
    };
  }

  /** Whether somebody wants to hear of a kind on a channel. */
  async isOn(reader: Reader | Tx, borrowerId: string, kind: NoticeKind, channel: ContactChannel): Promise<boolean> {
    return isOnIn(settingsFrom(await contact.choices(reader, borrowerId)), kind, channel);
  }

  /** How somebody wants to hear of a kind: in the app, and by which messages that have somewhere to go. */
  async channelsFor(
    reader: Reader | Tx,
    borrowerId: string,
    kind: NoticeKind,
  ): Promise<{ isInApp: boolean; outside: ("SMS" | "EMAIL")[] }> {
    const settings = settingsFrom(await contact.choices(reader, borrowerId));
    const row = await contact.settings(reader, borrowerId);
    const outside: ("SMS" | "EMAIL")[] = isOnIn(settings, kind, ContactChannel.SMS) ? [ContactChannel.SMS] : [];
    if (row?.emailConfirmedAt && isOnIn(settings, kind, ContactChannel.EMAIL)) outside.push(ContactChannel.EMAIL);
    return { isInApp: isOnIn(settings, kind, ContactChannel.IN_APP), outside };
  }

  /** A borrower has joined in a language: messages are written in it until they save another. */
  async begin(borrowerId: string, locale: "zh-CN" | "en-US"): Promise<void> {
    await this.kernel.db.write(system, (tx) => contact.beginSettings(tx, borrowerId, locale));
  }

  /**
   * Saves choices and quiet hours; messages are written in the language they were saved in.
   * @throws CONTACT_TIME_MALFORMED, CONTACT_FIXED for a notice that cannot be silenced.
   */
  async save(
    viewer: Viewer,
    wish: { choices: readonly ChannelChoice[]; quietFrom: string; quietTo: string; locale: "zh-CN" | "en-US" },
  ): Promise<void> {
    if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
    const { borrowerId } = viewer;
    const quietFromMinute = this.#minute(wish.quietFrom, "quietFrom");
    const quietToMinute = this.#minute(wish.quietTo, "quietTo");
    if (wish.choices.some(({ kind, channel, isOn }) => !isOn && isFixed(kind, channel))) throw contactErrors.fixed();
    await this.kernel.db.write(viewer, async (tx) => {
      await contact.saveSettings(tx, borrowerId, { quietFromMinute, quietToMinute, locale: wish.locale });
      await contact.saveChoices(tx, borrowerId, wish.choices);
      await this.kernel.events.record(tx, viewer, contactEvents.preferencesChanged, {
        subject: { type: "Borrower", id: borrowerId },
        borrowerId,
        facts: {
          choices: wish.choices.map(({ kind, channel, isOn }) => `${kind}/${channel}/${isOn ? "ON" : "OFF"}`),
          quietFrom: wish.quietFrom,
          quietTo: wish.quietTo,
        },
      });
    });
  }

  /**
   * Asks whether one message may go out now, and takes it out of the day's budget of that number or address. The
   * decision is logged in the caller's transaction; a message that was reserved before may be sent again by its cause.
   */
  async reserve(tx: Tx, wish: ContactWish): Promise<ContactAnswer> {
    const row = await contact.settings(tx, wish.borrowerId);
    const address = await this.#addressOf(tx, wish, row);
    const locale = row?.locale ?? "zh-CN";
    if (address && (await contact.sentBefore(tx, wish.cause, wish.channel)))
      return { verdict: ContactVerdict.SEND, to: address.clear, locale };
    const answer = await this.#decide(tx, wish, { row, address, locale });
    const isLogged = await contact.log(tx, {
      ...wish,
      verdict: answer.verdict,
      reason: answer.verdict === ContactVerdict.SEND ? null : answer.reason,
      addressMasked: address?.masked ?? null,
      decidedAt: this.kernel.clock.businessNow(),
      decidedOn: this.kernel.clock.today(),
    });
    // Reserved at the same moment by somebody else: their count stands, ours goes with this transaction.
    if (!isLogged) throw kernelErrors.conflict();
    return answer;
  }

  async #decide(
    tx: Tx,
    wish: ContactWish,
    {
      row,
      address,
      locale,
    }: { row: ContactSettingsRow | undefined; address: Address | null; locale: "zh-CN" | "en-US" },
  ): Promise<ContactAnswer> {
    const { contactClass, kind, channel, borrowerId } = wish;
    const never = (reason: ContactReason): ContactAnswer => ({ verdict: ContactVerdict.NEVER, reason });
    if (!address) return never(ContactReason.NO_ADDRESS);
    if (contactClass === ContactClass.NOTICE) {
      if (!kind || !(await this.isOn(tx, borrowerId, kind, channel))) return never(ContactReason.SWITCHED_OFF);
      const at = quietUntil(this.kernel.clock.businessNow(), quietOf(row));
      if (at) return { verdict: ContactVerdict.LATER, at, reason: ContactReason.QUIET_HOURS };
    }
    const isLeft = await contact.takeBudget(tx, {
      addressIndex: address.index,
      contactClass,
      day: this.kernel.clock.today(),
      max: this.#budget(wish),
    });
    return isLeft ? { verdict: ContactVerdict.SEND, to: address.clear, locale } : never(ContactReason.BUDGET_SPENT);
  }

  #budget({ contactClass, channel }: ContactWish): number {
    const { settings } = this.left;
    if (contactClass === ContactClass.SECURITY_CODE) return settings.number("code.perPhonePerDay");
    return settings.number(channel === ContactChannel.SMS ? "contact.smsPerDay" : "contact.emailPerDay");
  }

  /** Null where there is none that may be written to; a code goes to an address that is still to be confirmed. */
  async #addressOf(tx: Tx, wish: ContactWish, row: ContactSettingsRow | undefined): Promise<Address | null> {
    const { identity } = this.left;
    if (wish.channel === ContactChannel.SMS) {
      const { phone, phoneMasked } = await identity.contactOf(tx, wish.borrowerId);
      return { clear: phone, index: this.kernel.vault.blindIndex("contact", phone), masked: phoneMasked };
    }
    const isUsable = row?.emailConfirmedAt != null || wish.contactClass === ContactClass.SECURITY_CODE;
    if (!isUsable || !row?.email || !row.emailIndex || !row.emailMasked) return null;
    const cipher = await identity.cipherOf(tx, wish.borrowerId);
    const clear = cipher.open(`contact_settings.email.${wish.borrowerId}`, row.email);
    return { clear, index: row.emailIndex, masked: row.emailMasked };
  }

  #minute(text: string, field: string): number {
    const minute = minuteOf(text);
    if (minute === undefined) throw contactErrors.timeMalformed({}, field);
    return minute;
  }
}
