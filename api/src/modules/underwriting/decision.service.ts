import { FinanceError, formatRate, formatYuan, groupYuan, type RepaymentMethod } from "@daichao/finance";
import type { ApprovalHandler, ApprovalRow } from "../../kernel/approvals/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { DomainError, kernelErrors } from "../../kernel/errors/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import { type InstitutionViewer, system, type Viewer } from "../../kernel/viewer/index.js";
import type { ApplicationRow, ApplicationService } from "../applications/index.js";
import {
  type CatalogService,
  type ProductView,
  productVersionById,
  type QuoteValue,
  quoteOf,
} from "../catalog/index.js";
import type { StoredAdvice } from "./advice.rules.js";
import * as decisions from "./decision.repository.js";
import { type OfferedTerms, termsOf, type WishedTerms } from "./decision.rules.js";
import type { OfferService } from "./offer.service.js";
import { underwritingErrors } from "./underwriting.errors.js";
import { underwritingEvents } from "./underwriting.events.js";
import { DecisionActor, type DecisionReason, DecisionVerdict } from "./underwriting.states.js";

export interface DecisionWish extends WishedTerms {
  readonly applicationId: string;
  readonly version: number;
  readonly verdict: DecisionVerdict;
  readonly reasons: readonly DecisionReason[];
  readonly comment?: string | null;
  readonly idempotencyKey: string;
}

/** An offer was made, as asked for or changed, or it was refused. Business time. */
export interface DecisionOutcome {
  readonly applicationId: string;
  readonly isApproved: boolean;
  readonly decidedAt: Date;
}

export interface DecisionAnswer {
  readonly applicationId: string;
  /** Set where a second person has to agree first. */
  readonly approvalId: string | null;
}

/** A verdict with its terms worked out; terms are null for a refusal. */
export interface DecisionPlan {
  readonly verdict: DecisionVerdict;
  readonly terms: OfferedTerms | null;
  readonly reasons: readonly string[];
  readonly comment: string | null;
  /** For a refusal by the model: what would have lifted it. */
  readonly advice?: readonly StoredAdvice[];
}

interface Deciders {
  readonly actor: DecisionActor;
  readonly makerId: string | null;
  readonly checkerId: string | null;
  readonly approvalId: string | null;
}

export interface PreviewProblem {
  readonly code: string;
  readonly verdict: "FAIL";
  readonly label: { readonly zh: string; readonly en: string };
  readonly detail: { readonly zh: string; readonly en: string };
  readonly field: string | null;
}

export interface DecisionPreviewValue {
  readonly quote: QuoteValue | null;
  readonly problems: readonly PreviewProblem[];
  readonly needsSecondPerson: boolean;
  readonly decisionLimit: bigint;
}

export const DECISION_APPROVAL = "application.decision";

/** The institution's verdict on an application: one person's within their limit, two people's above it. */
export class DecisionService {
  constructor(
    private readonly kernel: Kernel,
    private readonly catalog: CatalogService,
    private readonly applications: ApplicationService,
    private readonly offers: OfferService,
  ) {}

  /**
   * Decides, once per key. Above the viewer's limit nothing happens yet: a second person is asked.
   * @throws NOT_FOUND; CONFLICT on another version; APPLICATION_NOT_IN_REVIEW; DECISION_WAITS_FOR_CHECKER,
   * DECISION_REASON_REQUIRED, DECISION_NOT_AS_REQUESTED; CATALOG_ASK_OUT_OF_RANGE and CATALOG_RATE_OVER_CAP on the field.
   */
  async decide(viewer: Viewer, wish: DecisionWish): Promise<DecisionAnswer> {
    const reviewer = mustBeInstitution(viewer);
    const { idempotencyKey: key, ...request } = wish;
    return this.kernel.db.write(viewer, (tx) =>
      once(tx, viewer, { key, operation: "decideApplication", request }, async () => {
        const application = await this.applications.lock(tx, viewer, wish.applicationId);
        this.applications.mustStandIn(application, ["UNDER_REVIEW"]);
        if (application.version !== wish.version) throw kernelErrors.conflict({ state: application.state });
        if (await this.kernel.approvals.pendingFor(tx, DECISION_APPROVAL, application.id))
          throw underwritingErrors.waitsForChecker();
        const plan = await this.planOf(tx, application, wish);
        if (plan.terms && plan.terms.amount > reviewer.decisionLimit)
          return { applicationId: application.id, approvalId: (await this.ask(tx, reviewer, application, plan)).id };
        const makerId = reviewer.accountId;
        await this.apply(tx, viewer, application, plan, {
          actor: DecisionActor.PERSON,
          makerId,
          checkerId: null,
          approvalId: null,
        });
        return { applicationId: application.id, approvalId: null };
      }),
    );
  }

  /** What these terms would cost the borrower, what is wrong with them, and whether a second person is needed. */
  async preview(
    reader: Reader,
    viewer: Viewer,
    wish: { applicationId: string; amount: bigint; annualRate: number; termCount: number; method: RepaymentMethod },
  ): Promise<DecisionPreviewValue> {
    const { decisionLimit } = mustBeInstitution(viewer);
    const application = await this.applications.find(reader, viewer, wish.applicationId);
    const needsSecondPerson = wish.amount > decisionLimit;
    const product = await this.productOf(reader, application);
    try {
      const quote = this.quoteOf(product, wish);
      return { quote, problems: [], needsSecondPerson, decisionLimit };
    } catch (refusal) {
      if (!(refusal instanceof DomainError)) throw refusal;
      return { quote: null, problems: [problemOf(refusal)], needsSecondPerson, decisionLimit };
    }
  }

  /** What the newest decisions came to, one per application, newest first; for those who learn from them. */
  async outcomes(reader: Reader, limit: number): Promise<DecisionOutcome[]> {
    const latest = new Map<string, DecisionOutcome>();
    for (const { applicationId, verdict, decidedAt } of await decisions.newest(reader, limit))
      if (!latest.has(applicationId))
        latest.set(applicationId, { applicationId, isApproved: verdict !== DecisionVerdict.REJECT, decidedAt });
    return [...latest.values()];
  }

  /** Puts a verdict into effect: the decision's row, the application's move and, unless it is a refusal, the offer. */
  async apply(tx: Tx, viewer: Viewer, application: ApplicationRow, plan: DecisionPlan, by: Deciders): Promise<void> {
    const { verdict, terms, reasons, comment } = plan;
    const now = this.kernel.clock.businessNow();
    const decisionId = newId();
    const { id: applicationId, borrowerId, institutionId } = application;
    await decisions.insert(tx, {
      id: decisionId,
      applicationId,
      borrowerId,
      institutionId,
      verdict,
      reasons,
      advice: plan.advice ?? [],
      amount: terms?.amount ?? null,
      annualRate: terms?.annualRate ?? null,
      termCount: terms?.termCount ?? null,
      method: terms?.method ?? null,
      ...by,
      decidedAt: now,
    });
    await this.kernel.events.record(tx, viewer, underwritingEvents.decided, {
      subject: { type: "Application", id: applicationId },
      borrowerId,
      institutionId,
      facts: { applicationId, decisionId, verdict, actor: by.actor, reasons, at: now.toISOString() },
    });
    if (terms) await this.offers.make(tx, viewer, application, { decisionId, terms, comment });
    const isModel = by.actor === DecisionActor.MODEL;
    await this.applications.move(tx, viewer, {
      applicationId,
      from: [isModel ? "SCREENING" : "UNDER_REVIEW"],
      to: verdict === "REJECT" ? "REJECTED" : verdict === "APPROVE" ? "APPROVED" : "COUNTER_OFFERED",
      reason: reasonOf(isModel, verdict),
      ...(isModel ? { patch: { outcome: verdict === "REJECT" ? "REJECT" : "PASS" } } : {}),
    });
  }

  /** Acts on the second person's verdict: agreed, the decision takes effect; otherwise the application stays in review. */
  approvalHandler(): ApprovalHandler {
    return {
      kind: DECISION_APPROVAL,
      permission: "application:check",
      effect: async (tx, checker, approval, verdict) => {
        if (verdict !== "APPROVED") return;
        const application = await this.applications.lock(tx, checker, approval.subjectId);
        this.applications.mustStandIn(application, ["UNDER_REVIEW"]);
        const plan = planFrom(approval.payload);
        // The caps may have moved while the wish waited.
        if (plan.terms) this.quoteOf(await this.productOf(tx, application), plan.terms);
        await this.apply(tx, checker, application, plan, {
          actor: DecisionActor.PERSON,
          makerId: approval.makerId,
          checkerId: approval.checkerId,
          approvalId: approval.id,
        });
      },
    };
  }

  /** Quotes terms on the application's own product version. @throws CATALOG_ASK_OUT_OF_RANGE, CATALOG_RATE_OVER_CAP */
  quoteOf(product: ProductView, terms: Omit<OfferedTerms, "kind">): QuoteValue {
    const { amount, annualRate, termCount, method } = terms;
    try {
      const quote = quoteOf(product, { amount, annualRate, termCount, method, startOn: this.kernel.clock.today() });
      this.catalog.mustKeepCaps(product, quote);
      return quote;
    } catch (refusal) {
      if (refusal instanceof FinanceError) throw kernelErrors.invalidInput({ rule: refusal.code }, "amount");
      throw refusal;
    }
  }

  /** Whether the product's range and the caps allow the terms. */
  isOfferable(product: ProductView, terms: Omit<OfferedTerms, "kind">): boolean {
    try {
      this.quoteOf(product, terms);
      return true;
    } catch (refusal) {
      if (refusal instanceof DomainError) return false;
      throw refusal;
    }
  }

  /** The product in the version the application was made on. */
  async productOf(reader: Reader | Tx, application: ApplicationRow): Promise<ProductView> {
    const [product] = await productVersionById.batch(reader, [application.productVersionId], system);
    if (!product) throw kernelErrors.notFound();
    return product;
  }

  private async planOf(tx: Tx, application: ApplicationRow, wish: DecisionWish): Promise<DecisionPlan> {
    const comment = wish.comment?.trim() || null;
    const reasons = [...new Set(wish.reasons)];
    if (wish.verdict === DecisionVerdict.REJECT) {
      if (reasons.length === 0) throw underwritingErrors.reasonRequired();
      return { verdict: wish.verdict, terms: null, reasons, comment };
    }
    const terms = termsOf(wish.verdict, application, wish);
    this.quoteOf(await this.productOf(tx, application), terms);
    return { verdict: wish.verdict, terms, reasons, comment };
  }

  private ask(tx: Tx, maker: InstitutionViewer, application: ApplicationRow, plan: DecisionPlan): Promise<ApprovalRow> {
    const { terms } = plan;
    const amount = terms?.amount ?? 0n;
    const limit = groupYuan(maker.decisionLimit);
    return this.kernel.approvals.request(tx, maker, {
      kind: DECISION_APPROVAL,
      subject: { type: "Application", id: application.id },
      institutionId: maker.institutionId,
      checkedBy: "INSTITUTION",
      summary: {
        zh: `申请 ${application.number}：拟批 ${groupYuan(amount)} 元，超出 ${maker.displayName} 的审批限额 ${limit} 元`,
        en: `Application ${application.number}: ¥${groupYuan(amount)}, above ${maker.displayName}'s limit of ¥${limit}`,
      },
      diff: {
        verdict: [null, plan.verdict],
        amount: [formatYuan(application.amount), formatYuan(amount)],
        annualRate: [formatRate(application.quotedAnnualRate), formatRate(terms?.annualRate ?? 0)],
        termCount: [application.termCount, terms?.termCount ?? null],
        method: [application.method, terms?.method ?? null],
        ...(plan.comment ? { comment: [null, plan.comment] } : {}),
      },
      payload: { ...plan, terms: terms && { ...terms, amount: String(terms.amount) } },
    });
  }
}

function reasonOf(isModel: boolean, verdict: DecisionVerdict): string {
  if (!isModel) return "DECIDED_BY_PERSON";
  return verdict === DecisionVerdict.REJECT ? "SCREENING_REJECTED" : "AUTOMATIC_APPROVAL";
}

const problemOf = (refusal: DomainError): PreviewProblem => ({
  code: refusal.code,
  verdict: "FAIL",
  label: { zh: "方案不可用", en: "These terms cannot be offered" },
  detail: { zh: refusal.text("zh-CN"), en: refusal.text("en-US") },
  field: refusal.field ?? null,
});

/** The plan as it was when the maker asked; written by `ask` and by nobody else. */
function planFrom(payload: ApprovalRow["payload"]): DecisionPlan {
  const { verdict, terms, reasons, comment } = payload as unknown as Omit<DecisionPlan, "terms"> & {
    terms: (Omit<OfferedTerms, "amount"> & { amount: string }) | null;
  };
  return { verdict, reasons, comment, terms: terms && { ...terms, amount: BigInt(terms.amount) } };
}

function mustBeInstitution(viewer: Viewer): InstitutionViewer {
  if (viewer.kind !== "INSTITUTION") throw kernelErrors.notFound();
  return viewer;
}
