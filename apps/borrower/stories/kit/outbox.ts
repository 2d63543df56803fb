import { expect, type Page } from "@daichao/config/playwright";

interface Message {
  readonly id: string;
  readonly code: string | null;
  readonly body: string;
}

/** The codes that the sandbox "sent" to one phone; each is handed out once, the newest first. */
export class Outbox {
  readonly #read = new Set<string>();

  constructor(
    private readonly page: Page,
    private readonly phone: string,
  ) {}

  async #sent(): Promise<readonly Message[]> {
    const answer = await this.page.request.get(`/dev/outbox.json?to=${this.phone}`);
    return ((await answer.json()) as { messages: Message[] }).messages;
  }

  /** The text messages so far that say this. */
  async textsWith(words: string): Promise<readonly string[]> {
    return (await this.#sent()).map(({ body }) => body).filter((body) => body.includes(words));
  }

  async #unread(): Promise<readonly Message[]> {
    const messages = await this.#sent();
    return messages.filter(({ id, code }) => code !== null && !this.#read.has(id));
  }

  async nextCode(): Promise<string> {
    await expect.poll(async () => (await this.#unread()).length, { timeout: 30_000 }).toBeGreaterThan(0);
    const unread = await this.#unread();
    for (const { id } of unread) this.#read.add(id);
    return unread[0]?.code ?? "";
  }
}
