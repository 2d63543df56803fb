/** The accounts a sandbox shows to everybody, with everything needed to sign in. Production has neither rows nor fields of this. */
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import * as accounts from "./account.repository.js";
import type { AccountService } from "./account.service.js";
import type { AccountRow } from "./account.tables.js";
import * as roles from "./role.repository.js";
import type { SecondFactorService } from "./second-factor.service.js";
import type { Client, SessionService, SignedIn } from "./session.service.js";

/** Known to everybody who reads this: it opens invented people only. */
export const DEMO_PASSWORD = "Daichao2026!";

export interface DemoAccountView {
  readonly key: string;
  readonly kind: AccountRow["kind"];
  readonly label: string;
  readonly login: string;
  readonly password: string;
  readonly oneTimeCode: string | null;
  readonly institutionId: string | null;
}

export class DemoAccountService {
  constructor(
    private readonly kernel: Kernel,
    private readonly accounts: AccountService,
    private readonly sessions: SessionService,
    private readonly secondFactor: SecondFactorService,
  ) {}

  /** Every demo account, in the order they were made. Empty outside a sandbox. */
  async list(locale: string): Promise<DemoAccountView[]> {
    if (!this.kernel.config.isSandbox) return [];
    return this.kernel.db.read(system, async (reader) => {
      const rows = await accounts.demo(reader);
      const views = rows.map((row) => this.viewOf(reader, row, locale));
      return Promise.all(views);
    });
  }

  /** Signs in as a demo account in one step. @throws NOT_FOUND for any other account, and outside a sandbox */
  async signIn(client: Client, key: string): Promise<SignedIn> {
    if (!this.kernel.config.isSandbox) throw kernelErrors.notFound();
    return this.kernel.db.write(system, async (tx: Tx) => {
      const account = await accounts.byDemoKey(tx, key);
      if (!account) throw kernelErrors.notFound();
      return this.sessions.open(tx, account, client);
    });
  }

  private async viewOf(reader: Reader, row: AccountRow, locale: string): Promise<DemoAccountView> {
    const [held] = await roles.ofAccounts(reader, [row.id]);
    const role = locale.startsWith("en") ? held?.role.nameEn : held?.role.nameZh;
    return {
      key: row.demoKey ?? "",
      kind: row.kind,
      label: [role, row.displayName].filter(Boolean).join(" · "),
      login: await this.accounts.openLogin(reader, row),
      password: DEMO_PASSWORD,
      oneTimeCode: await this.secondFactor.codeOf(reader, row),
      institutionId: row.institutionId,
    };
  }
}
