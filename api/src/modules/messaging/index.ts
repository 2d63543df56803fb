/**
 * What borrowers are told, once per cause: notices in the app, and the one way by which messages leave the house.
 * Whether and where somebody may be written to is contact's to say.
 */
export { notificationEvents } from "./notification.events.js";
export type { NoticeWish, NotificationService } from "./notification.service.js";
export { NoticeTemplate } from "./notification.states.js";
export type { PastHappening, PastNoticeService, PastSubject } from "./past-notice.service.js";
