/** People at work: reviewers and managers of the two demo lenders, and the platform's staff. */
import { randomUUID } from "node:crypto";
import { Caller, type Hearing } from "./caller.js";
import { APPLICATION, type ApplicationView, mutation, terms } from "./world-documents.js";

interface ApprovalView {
  readonly id: string;
  readonly state: string;
  readonly kind: string;
  readonly canDecide: boolean;
  readonly isMine: boolean;
  readonly subjectId: string;
}

export interface ListingView {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly pendingApproval: ApprovalView | null;
}

const APPROVAL = "id state kind canDecide isMine subjectId";
const LISTING = `id state version pendingApproval { ${APPROVAL} }`;

export class WorldStaff {
  readonly caller: Caller;

  constructor(
    url: string,
    app: "institution" | "admin",
    private readonly demoKey: string,
  ) {
    this.caller = new Caller(url, { app });
  }

  run<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    return this.caller.run<T>(query, variables);
  }

  protected async does<T>(name: string, input: Record<string, unknown>, fields: string): Promise<T> {
    const answer = await this.run<Record<string, T>>(mutation(name, fields), { input });
    return answer[name] as T;
  }

  async signsIn(): Promise<this> {
    await this.does("signInAsDemo", { key: this.demoKey }, "id");
    return this;
  }

  async seesApprovals(kind?: string): Promise<readonly ApprovalView[]> {
    const { approvals } = await this.run<{ approvals: { edges: { node: ApprovalView }[] } }>(
      `query Inbox($filter: ApprovalFilter) { approvals(filter: $filter) { edges { node { ${APPROVAL} } } } }`,
      { filter: { state: "PENDING", ...(kind ? { kind } : {}) } },
    );
    return approvals.edges.map(({ node }) => node);
  }

  speaks(approvalId: string, verdict: "APPROVED" | "REJECTED" | "RETURNED", reason = "已核对"): Promise<ApprovalView> {
    return this.does("decideApproval", { approvalId, verdict, reason }, APPROVAL);
  }
}

export class WorldReviewer extends WorldStaff {
  async seesQueue(filter: Record<string, unknown> = {}): Promise<readonly ApplicationView[]> {
    const { applications } = await this.run<{ applications: { edges: { node: ApplicationView }[] } }>(
      `query Queue($filter: ApplicationFilter) { applications(filter: $filter, sort: DUE_FIRST) { edges { node { ${APPLICATION} } } } }`,
      { filter },
    );
    return applications.edges.map(({ node }) => node);
  }

  watchesQueue(): Promise<Hearing<{ id: string; state: string; version: number }>> {
    return this.caller.hears("subscription { applicationStatusChanged { id state version } }");
  }

  async application(id: string): Promise<ApplicationView> {
    const query = `query One($id: ID!) { application(id: $id) { ${APPLICATION} } }`;
    return (await this.run<{ application: ApplicationView }>(query, { id })).application;
  }

  takes({ id, version }: ApplicationView): Promise<ApplicationView> {
    return this.does("assignApplication", { applicationId: id, toMe: true, version }, APPLICATION);
  }

  putsBack({ id, version }: ApplicationView): Promise<ApplicationView> {
    return this.does("assignApplication", { applicationId: id, toMe: false, version }, APPLICATION);
  }

  reveals(applicationId: string, fields: readonly string[], purpose: string): Promise<Record<string, string | null>> {
    return this.does("revealPersonalData", { applicationId, fields, purpose }, "name identityNumber phone expiresAt");
  }

  requestsDocument({ id, version }: ApplicationView, kind: string, reason: string): Promise<ApplicationView> {
    const input = { applicationId: id, version, kind, reason, idempotencyKey: randomUUID() };
    return this.does("requestDocument", input, APPLICATION);
  }

  async decides(
    { id, version }: ApplicationView,
    verdict: "APPROVE" | "COUNTER_OFFER" | "REJECT",
    wish: Record<string, unknown> = {},
  ): Promise<{ application: ApplicationView; approval: ApprovalView | null }> {
    const input = { applicationId: id, version, verdict, reasons: [], idempotencyKey: randomUUID(), ...wish };
    return this.does("decideApplication", input, `application { ${APPLICATION} } approval { ${APPROVAL} }`);
  }

  async counterOffers(application: ApplicationView, wish: Record<string, unknown>): Promise<ApplicationView> {
    return (await this.decides(application, "COUNTER_OFFER", wish)).application;
  }

  createsProduct(changed: Record<string, unknown> = {}): Promise<ListingView> {
    return this.does("createProduct", { terms: terms(changed), idempotencyKey: randomUUID() }, LISTING);
  }

  submitsProduct({ id, version }: ListingView): Promise<ListingView> {
    return this.does("submitProduct", { productId: id, version }, LISTING);
  }
}

export class WorldAdmin extends WorldStaff {
  async changesParameter(name: string, value: string): Promise<ApprovalView | null> {
    const { approval } = await this.does<{ approval: ApprovalView | null }>(
      "changeParameter",
      { name, value, reason: "按现行规定调整" },
      `approval { ${APPROVAL} } parameter { value }`,
    );
    return approval;
  }

  suspends(productId: string): Promise<ListingView> {
    return this.does("suspendProduct", { productId, reason: "核查综合融资成本" }, LISTING);
  }

  resumes(productId: string): Promise<ListingView> {
    return this.does("resumeProduct", { productId, reason: "核查完毕" }, LISTING);
  }

  freezes(accountId: string): Promise<{ state: string }> {
    return this.does("freezeAccount", { accountId, reason: "可疑登录" }, "state");
  }

  async issuesKey(scopes: readonly string[]): Promise<{ token: string; keyId: string }> {
    const { channels } = await this.run<{ channels: { id: string }[] }>("{ channels { id } }");
    const made = await this.does<{ token: string; key: { id: string } }>(
      "issuePartnerKey",
      { channelId: channels[0]?.id, scopes },
      "token key { id }",
    );
    return { token: made.token, keyId: made.key.id };
  }

  revokesKey(keyId: string): Promise<{ revokedAt: string }> {
    return this.does("revokePartnerKey", { keyId }, "revokedAt");
  }

  async setsClock(toDay: string): Promise<void> {
    await this.does("advanceClock", { toDay }, "today");
  }
}
