/** Lets few expensive hashes run at once, keeps a short queue, and refuses the rest: sign-in cannot starve the house. */
import { kernelErrors } from "../../kernel/errors/index.js";

const RUNNING = 4;
const WAITING = 64;
const RETRY_SECONDS = 2;

export class HashGate {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly most: number = RUNNING,
    private readonly queue: number = WAITING,
  ) {}

  /** @throws THROTTLED when the queue is full. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.most) this.running += 1;
    else {
      if (this.waiting.length >= this.queue) throw kernelErrors.throttled({ seconds: RETRY_SECONDS });
      // Whoever leaves hands the place over, so `running` stays what it is.
      await new Promise<void>((enter) => this.waiting.push(enter));
    }
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
