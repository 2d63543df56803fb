import type { DailyJob } from "../../kernel/jobs/index.js";
import type { LendingService } from "./loan.service.js";

/** Every business day: loans missing from their borrowers' record, due days of years published since, then states and days past due. Safe to repeat. */
export const loanDaily = (lending: LendingService): DailyJob[] => [
  { name: "lending.weigh-unknown", run: () => lending.weighUnknown() },
  {
    name: "lending.close-of-business",
    async run(day) {
      await lending.resolveUnknownDays();
      const ids = await lending.dueOn(day);
      for (const id of ids) await lending.bringTo(day, id);
      return ids.length;
    },
  },
];
