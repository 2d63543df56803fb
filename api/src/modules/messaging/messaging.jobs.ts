import type { DailyJob, PeriodicJob } from "../../kernel/jobs/index.js";
import type { DeliveryService } from "./delivery.service.js";
import type { NoticeService } from "./notice.service.js";

/** Business days may pass in a leap; real minutes pass between them. Both look for what has come due. */
export function messagingJobs(
  deliveries: DeliveryService,
  notices: NoticeService,
): { daily: DailyJob[]; periodic: PeriodicJob[] } {
  const everyMinute = "* * * * *";
  return {
    daily: [{ name: "messaging.remindOfOffersOfDay", run: () => notices.remindOfOffers() }],
    periodic: [
      { name: "messaging.sendDue", schedule: everyMinute, run: async () => void (await deliveries.sendDue()) },
      {
        name: "messaging.remindOfOffers",
        schedule: everyMinute,
        run: async () => void (await notices.remindOfOffers()),
      },
    ],
  };
}
