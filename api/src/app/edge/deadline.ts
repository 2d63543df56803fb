/** How long an operation may take, whatever it waits for; each of its statements has a shorter limit of its own. */
import { kernelErrors } from "../../kernel/errors/index.js";

export const OPERATION_MS = 10_000;

/**
 * The work's outcome, or UNAVAILABLE once the time is over. `giveUp` then ends what the work reads through: what goes on
 * in the background is refused its next statement, and the connection is handed back as after any other end.
 */
export async function withinTime<T>(milliseconds: number, work: Promise<T>, giveUp: () => void): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => {
      giveUp();
      refuse(kernelErrors.unavailable());
    }, milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
