import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { markReaction } from "../../kernel/events/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { Page, PageRequest } from "../../kernel/page/index.js";
import { type BorrowerViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import type { ContactService, NoticeKind } from "../contact/index.js";
import { type NoticeFacts, type NoticeLocale, noticeTemplates, pathOf, wordsOf } from "./notice-template.rules.js";
import { notificationEvents } from "./notification.events.js";
import * as notifications from "./notification.repository.js";
import { DeliveryState, type NoticeTemplate } from "./notification.states.js";
import type { NotificationRow } from "./notification.tables.js";

/** A notice to be given. */
export interface NoticeWish {
  readonly borrowerId: string;
  readonly template: NoticeTemplate;
  /** The event that caused it. */
  readonly eventId: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly facts: NoticeFacts;
}

export interface ReadWish {
  readonly ids?: readonly string[] | null;
  readonly kinds?: readonly NoticeKind[] | null;
}

export interface NotificationAddedValue {
  readonly notification: NotificationRow;
  readonly unreadCount: number;
}

const MAX_IDS = 100;

function mustBeBorrower(viewer: Viewer): BorrowerViewer {
  if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
  return viewer;
}

/** Notices of a borrower: given once per cause, theirs for good, read when they say so. */
export class NotificationService {
  constructor(
    private readonly kernel: Kernel,
    private readonly contact: ContactService,
  ) {}

  /** Answers an event with at most one notice; a second run for the same event changes nothing. */
  async answer(reaction: string, eventId: string, make: (tx: Tx) => Promise<NoticeWish | null>): Promise<void> {
    await this.kernel.db.write(system, async (tx) => {
      if (!(await markReaction(tx, reaction, eventId))) return;
      const wish = await make(tx);
      if (wish) await this.give(tx, wish);
    });
  }

  /** Writes a notice and what carries it, unless its cause was told before or nobody wants to hear of it. */
  async give(tx: Tx, { borrowerId, template, eventId, subject, facts }: NoticeWish): Promise<NotificationRow | null> {
    const { kind, isSent } = noticeTemplates[template];
    const wanted = await this.contact.channelsFor(tx, borrowerId, kind);
    const outside = isSent ? wanted.outside : [];
    if (!wanted.isInApp && outside.length === 0) return null;
    const { clock } = this.kernel;
    const occurredAt = clock.businessNow();
    const row = await notifications.insert(tx, {
      borrowerId,
      kind,
      template,
      eventId,
      subjectType: subject.type,
      subjectId: subject.id,
      facts,
      path: pathOf(template, facts),
      occurredAt,
      // Wanted by message only: it stands in the list, and counts as read.
      readAt: wanted.isInApp ? null : clock.now(),
    });
    if (!row) return null;
    await notifications.insertDeliveries(
      tx,
      outside.map((channel) => ({
        notificationId: row.id,
        borrowerId,
        channel,
        state: DeliveryState.WAITING,
        notBefore: occurredAt,
      })),
    );
    await this.kernel.events.record(tx, system, notificationEvents.added, {
      subject: { type: "Notification", id: row.id },
      borrowerId,
      facts: { notificationId: row.id, kind, template },
    });
    return row;
  }

  /** The viewer's own, newest first. */
  page(
    reader: Reader,
    viewer: Viewer,
    wish: notifications.NotificationWish,
    request: PageRequest,
  ): Promise<Page<NotificationRow>> {
    return notifications.page(reader, mustBeBorrower(viewer).borrowerId, wish, request);
  }

  /** Title and body for a reader of that language. */
  wordsOf({ template, facts }: NotificationRow, locale: NoticeLocale): { title: string; body: string } {
    return wordsOf(template, facts, locale);
  }

  unreadCount(reader: Reader | Tx, viewer: Viewer): Promise<number> {
    return notifications.unreadCount(reader, mustBeBorrower(viewer).borrowerId);
  }

  /** One of the viewer's own, as a page hears it. @throws NOT_FOUND. */
  async heard(reader: Reader, viewer: Viewer, id: string): Promise<NotificationAddedValue> {
    const { borrowerId } = mustBeBorrower(viewer);
    const notification = await notifications.find(reader, id);
    if (notification?.borrowerId !== borrowerId) throw kernelErrors.notFound();
    return { notification, unreadCount: await notifications.unreadCount(reader, borrowerId) };
  }

  /** Marks the viewer's own as read: the named ones, all of some kinds, or all. What was read stays as it was. */
  async markRead(
    viewer: Viewer,
    { ids, kinds }: ReadWish,
  ): Promise<{ notifications: NotificationRow[]; unreadCount: number }> {
    const { borrowerId } = mustBeBorrower(viewer);
    const named = ids?.slice(0, MAX_IDS);
    return this.kernel.db.write(viewer, async (tx) => {
      const rows = await notifications.markRead(tx, borrowerId, { ids: named, kinds });
      return { notifications: rows, unreadCount: await notifications.unreadCount(tx, borrowerId) };
    });
  }
}
