/**
 * The product as it is started for a customer, over a database of its own, and people who know nothing of it but its
 * address: they speak GraphQL over HTTP and WebSocket. Demo staff and an empty shelf; tests fill it as people would.
 */
import { freePort } from "@daichao/config/postgres";
import postgres, { type Sql } from "postgres";
import { expect } from "vitest";
import { type BooksReport, readBooks } from "../../src/app/books/books.js";
import { demoPartnerToken } from "../../src/app/demo/demo-accounts.js";
import { type Product, type ProductOptions, startProduct } from "../../src/app/product.js";
import type { Config } from "../../src/kernel/config/index.js";
import { Caller, type CallerOptions, until } from "./caller.js";
import { cloneDatabase, testConfig } from "./index.js";
import { type Persona, personas, WorldBorrower } from "./world-borrower.js";
import { PRODUCT, type ProductView } from "./world-documents.js";
import { WorldAdmin, WorldReviewer } from "./world-staff.js";

export type LenderName = "A" | "B";
export type Desk = "reviewer-1" | "reviewer-2" | "manager";

export interface WorldOptions extends ProductOptions {
  readonly sandboxStart?: string;
  /** The environment, where a test is about it. */
  readonly env?: Record<string, string>;
  readonly databaseUrl?: string;
}

interface Message {
  readonly id: string;
  readonly code: string | null;
}

export class World {
  #met = 0;

  private constructor(
    readonly product: Product,
    readonly config: Config,
    readonly databaseUrl: string,
    /** Superuser: for the books and for planting faults, never for asking what the api could answer. */
    readonly owner: Sql,
  ) {}

  static async open({ sandboxStart, env = {}, databaseUrl, ...options }: WorldOptions = {}): Promise<World> {
    const url = databaseUrl ?? (await cloneDatabase());
    const port = await freePort();
    const config = testConfig(url, {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      // What nobody expected is told where the test fails.
      LOG_LEVEL: "error",
      ...(sandboxStart ? { SANDBOX_START: sandboxStart } : {}),
      ...env,
    });
    const product = await startProduct(config, { hasDemo: false, isQuiet: true, ...options });
    const owner = postgres(url, { max: 2, onnotice: () => {} });
    return new World(product, config, url, owner);
  }

  get url(): string {
    return this.config.publicUrl;
  }

  async close(): Promise<void> {
    await this.product.stop();
    await this.owner.end({ timeout: 1 });
  }

  caller(options: CallerOptions = {}): Caller {
    return new Caller(this.url, options);
  }

  guest(language = "zh-CN"): Caller {
    return this.caller({ app: "borrower", language });
  }

  partner(token: string = demoPartnerToken()): Caller {
    return this.caller({ bearer: token });
  }

  /** Somebody new; the sandbox's bureau thinks well of the first four. */
  borrower(persona?: Persona): WorldBorrower {
    const at = this.#met;
    this.#met += 1;
    const nobody = { name: "周安然", identityNumber: "", phone: `138001${String(38_000 + at)}` };
    return new WorldBorrower(this.url, persona ?? personas[at] ?? nobody, (phone, ask) => this.codeAfter(phone, ask));
  }

  reviewer(lender: LenderName = "A", desk: Desk = "reviewer-1"): Promise<WorldReviewer> {
    return new WorldReviewer(this.url, "institution", `${lender.toLowerCase()}-${desk}`).signsIn();
  }

  admin(who: "admin" | "risk-officer" = "admin"): Promise<WorldAdmin> {
    return new WorldAdmin(this.url, "admin", who).signsIn();
  }

  async #codesTo(phone: string): Promise<Message[]> {
    const response = await fetch(`${this.url}/dev/outbox.json?to=${phone}`);
    const { messages } = (await response.json()) as { messages: Message[] };
    return messages.filter(({ code }) => code !== null);
  }

  /** Asks for a code, and reads the one that then comes to the sandbox's outbox. */
  async codeAfter<T>(phone: string, ask: () => Promise<T>): Promise<{ readonly answer: T; readonly code: string }> {
    const known = new Set((await this.#codesTo(phone)).map(({ id }) => id));
    const answer = await ask();
    const [message] = await until(
      async () => (await this.#codesTo(phone)).filter(({ id }) => !known.has(id)),
      (found) => found.length > 0,
    );
    return { answer, code: message?.code ?? "" };
  }

  async products(caller: Caller = this.guest()): Promise<readonly ProductView[]> {
    const { products } = await caller.run<{ products: { edges: { node: ProductView }[] } }>(
      `{ products(first: 50) { edges { node { ${PRODUCT} } } } }`,
    );
    return products.edges.map(({ node }) => node);
  }

  /** A product on the shelf, the way it gets there: drafted by its lender, agreed to by the platform. */
  async publishes(lender: LenderName, changed: Record<string, unknown> = {}): Promise<string> {
    const manager = await this.reviewer(lender, "manager");
    const officer = await this.admin("risk-officer");
    const listing = await manager.submitsProduct(await manager.createsProduct(changed));
    if (!listing.pendingApproval) throw new Error("nothing waits for the platform");
    await officer.speaks(listing.pendingApproval.id, "APPROVED");
    await until(
      () => this.products(),
      (shelf) => shelf.some(({ id }) => id === listing.id),
    );
    return listing.id;
  }

  /** Once what runs has settled. */
  async booksBalance(): Promise<BooksReport> {
    const report = await readBooks(this.owner);
    expect(report.offences).toEqual([]);
    return report;
  }
}

export const openWorld = (options: WorldOptions = {}): Promise<World> => World.open(options);
