import type { EmailGateway } from "../../gateways/email/index.js";
import type { SmsGateway } from "../../gateways/sms/index.js";
import type { Tx } from "../../kernel/database/index.js";
import type { Kernel } from "../../kernel/index.js";
import { stackOf } from "../../kernel/log/index.js";
import { system } from "../../kernel/viewer/index.js";
import { ContactClass, type ContactService, ContactVerdict } from "../contact/index.js";
import type { NoticeService } from "./notice.service.js";
import { type NoticeLocale, smsOf, wordsOf } from "./notice-template.rules.js";
import * as notifications from "./notification.repository.js";
import { DeliveryChannel, DeliveryState, DropReason } from "./notification.states.js";
import type { DeliveryRow, NotificationRow } from "./notification.tables.js";

/** Permission to send one message, with everything it needs. */
interface Permit {
  readonly delivery: DeliveryRow;
  readonly notification: NotificationRow;
  readonly to: string;
  readonly locale: NoticeLocale;
}

const DROPS: Readonly<Record<string, DropReason>> = DropReason;
const AT_ONCE = 200;

/** The one way a message leaves the house: asked for, logged, then sent once under its own key. */
export class DeliveryService {
  constructor(
    private readonly kernel: Kernel,
    private readonly left: {
      readonly contact: ContactService;
      readonly notices: NoticeService;
      readonly sms: SmsGateway;
      readonly email: EmailGateway;
    },
  ) {}

  /** Sends what carries a notice, as far as it may go out now. Safe to run again. */
  async deliver(notificationId: string): Promise<void> {
    const open = await this.kernel.db.read(system, (reader) => notifications.openDeliveriesOf(reader, notificationId));
    for (const { id } of open) await this.#send(id);
  }

  /** Sends what had to wait until now. One that fails does not hold up the others. Answers how many were looked at. */
  async sendDue(): Promise<number> {
    const at = this.kernel.clock.businessNow();
    const due = await this.kernel.db.read(system, (reader) => notifications.dueDeliveries(reader, at, AT_ONCE));
    for (const { id } of due)
      await this.#send(id).catch((error) => this.kernel.log.warn({ stack: stackOf(error) }, "a message was not sent"));
    return due.length;
  }

  async #send(deliveryId: string): Promise<void> {
    const permit = await this.kernel.db.write(system, (tx) => this.#permit(tx, deliveryId));
    if (!permit) return;
    await this.#handOver(permit);
    await this.kernel.db.write(system, (tx) =>
      notifications.settle(tx, deliveryId, { state: DeliveryState.SENT, sentAt: this.kernel.clock.now() }),
    );
  }

  /** Null when it is settled, not true any more, not wanted, or must wait. */
  async #permit(tx: Tx, deliveryId: string): Promise<Permit | null> {
    const delivery = await notifications.hold(tx, deliveryId);
    const notification = delivery && (await notifications.find(tx, delivery.notificationId));
    if (!delivery || !notification) return null;
    const drop = async (dropReason: DropReason): Promise<null> => {
      await notifications.settle(tx, deliveryId, { state: DeliveryState.DROPPED, dropReason });
      return null;
    };
    if (!(await this.left.notices.isStillTrue(tx, notification))) return drop(DropReason.OVERTAKEN);
    const answer = await this.left.contact.reserve(tx, {
      borrowerId: delivery.borrowerId,
      channel: delivery.channel,
      contactClass: ContactClass.NOTICE,
      kind: notification.kind,
      cause: `notice:${notification.id}`,
    });
    if (answer.verdict === ContactVerdict.SEND) {
      await notifications.settle(tx, deliveryId, { state: DeliveryState.RESERVED });
      return { delivery, notification, to: answer.to, locale: answer.locale };
    }
    if (answer.verdict === ContactVerdict.NEVER) return drop(DROPS[answer.reason] ?? DropReason.SWITCHED_OFF);
    await notifications.settle(tx, deliveryId, { notBefore: answer.at });
    return null;
  }

  // The delivery's id is the key: a gateway that has it does not send it again.
  #handOver({ delivery, notification, to, locale }: Permit): Promise<void> {
    const { template, facts, path } = notification;
    const url = `${this.kernel.config.publicUrl}${path}`;
    if (delivery.channel === DeliveryChannel.SMS)
      return this.left.sms.send({ to, key: delivery.id, text: smsOf(template, facts, { locale, url }) });
    const { title, body } = wordsOf(template, facts, locale);
    return this.left.email.send({ to, key: delivery.id, subject: title, text: `${body}\n\n${url}` });
  }
}
