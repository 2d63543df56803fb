import type { EmailGateway } from "../../gateways/email/index.js";
import type { SmsGateway } from "../../gateways/sms/index.js";
import type { Kernel, ModuleParts } from "../../kernel/index.js";
import type { ProductAlertService } from "../activity/index.js";
import type { ApplicationSequenceService, ApplicationService } from "../applications/index.js";
import type { CatalogService } from "../catalog/index.js";
import type { ContactService } from "../contact/index.js";
import type { LendingService } from "../lending/index.js";
import { DeliveryService } from "./delivery.service.js";
import { messagingJobs } from "./messaging.jobs.js";
import { messagingReactions } from "./notice.reactions.js";
import { NoticeService } from "./notice.service.js";
import { NotificationResolver } from "./notification.resolver.js";
import { NotificationService } from "./notification.service.js";
import { PastNoticeService } from "./past-notice.service.js";

export interface LeftOfMessaging {
  readonly contact: ContactService;
  readonly catalog: CatalogService;
  readonly productAlerts: ProductAlertService;
  readonly applications: ApplicationService;
  readonly sequences: ApplicationSequenceService;
  readonly lending: LendingService;
  readonly sms: SmsGateway;
  readonly email: EmailGateway;
}

export interface MessagingModule extends ModuleParts {
  readonly notifications: NotificationService;
  readonly notices: NoticeService;
  readonly deliveries: DeliveryService;
  readonly pastNotices: PastNoticeService;
}

export function createMessagingModule(kernel: Kernel, left: LeftOfMessaging): MessagingModule {
  const notifications = new NotificationService(kernel, left.contact);
  const notices = new NoticeService(kernel, { ...left, notifications });
  const deliveries = new DeliveryService(kernel, { ...left, notices });
  return {
    notifications,
    notices,
    deliveries,
    pastNotices: new PastNoticeService(),
    resolvers: [new NotificationResolver(notifications)],
    reactions: messagingReactions({ notices, notifications, deliveries }),
    ...messagingJobs(deliveries, notices),
  };
}
