import type { RepaymentMethod } from "@daichao/finance";
import { canonicalJson, type Decision, decide, decodeFacts, encodeFacts, type Facts } from "@daichao/scoring";
import { sha256 } from "../../kernel/crypto/index.js";
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { newId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import { stackOf } from "../../kernel/log/index.js";
import { system } from "../../kernel/viewer/index.js";
import type { ApplicationRow, ApplicationService } from "../applications/index.js";
import type { ProductView } from "../catalog/index.js";
import type { CreditReportRow, CreditService } from "../credit/index.js";
import type { StoredAdvice } from "./advice.rules.js";
import { AdviceService } from "./advice.service.js";
import * as assessments from "./assessment.repository.js";
import type { AssessmentRow } from "./assessment.tables.js";
import type { DecisionPlan, DecisionService } from "./decision.service.js";
import type { RuleSetService } from "./rule-set.service.js";
import type { RuleSetRow } from "./rule-set.tables.js";
import { underwritingEvents } from "./underwriting.events.js";
import { DecisionActor } from "./underwriting.states.js";
import { factsFor, underwritingFields } from "./underwriting-fact.rules.js";

const WAIT_MS = 10 * 60_000;

/** The automatic look at an application: the bureau's report, the institution's model, and where it goes from there. */
export class AssessmentService {
  readonly #advice = new AdviceService();

  constructor(
    private readonly kernel: Kernel,
    private readonly credit: CreditService,
    private readonly applications: ApplicationService,
    private readonly ruleSets: RuleSetService,
    private readonly decisions: DecisionService,
  ) {}

  /**
   * Screens one application; safe to run twice. The bureau is asked outside any transaction: while it does not answer,
   * the application waits in SCREENING and this throws, to be tried again.
   */
  async screen(applicationId: string): Promise<void> {
    const application = await this.begin(applicationId);
    if (!application) return;
    const { borrowerId, institutionId } = application;
    const report = await this.credit.fetch(borrowerId, institutionId, applicationId);
    await this.kernel.db.write(system, async (tx) => {
      const seen = await this.applications.lock(tx, system, applicationId);
      if (seen.state !== "SCREENING") return;
      await this.assess(tx, seen, report);
    });
  }

  /** Takes up applications whose screening got stuck, oldest first; answers how many were screened. */
  async retryStuck(): Promise<number> {
    const before = new Date(this.kernel.clock.businessNow().getTime() - WAIT_MS);
    const stuck = await this.kernel.db.read(system, async (reader) => [
      ...(await this.applications.idleSince(reader, "SCREENING", before)),
      ...(await this.applications.idleSince(reader, "SUBMITTED", before)),
    ]);
    let screened = 0;
    for (const applicationId of stuck) {
      // One that fails again must not hold up the others.
      try {
        await this.screen(applicationId);
        screened += 1;
      } catch (error) {
        this.kernel.log.warn({ applicationId, stack: stackOf(error) }, "screening failed again");
      }
    }
    return screened;
  }

  /** What the model said of an application; the caller has checked that the reader may know it. */
  async of(reader: Reader | Tx, applicationId: string): Promise<AssessmentRow | undefined> {
    return (await assessments.ofApplications(reader, [applicationId]))[0];
  }

  /**
   * Says again what was said: the stored version of the model on the stored input.
   * @returns the decision and whether its hash, and the model's, are those that were stored.
   */
  async replay(reader: Reader | Tx, assessment: AssessmentRow): Promise<{ decision: Decision; isIdentical: boolean }> {
    const version = await this.ruleSets.find(reader, assessment.ruleSetVersionId);
    if (!version) throw kernelErrors.notFound();
    const decision = decide(version.model, decodeFacts(assessment.inputs));
    const isSameModel = sha256(canonicalJson(version.model)) === assessment.ruleSetHash;
    return { decision, isIdentical: isSameModel && sha256(canonicalJson(decision)) === assessment.decisionHash };
  }

  private begin(applicationId: string): Promise<ApplicationRow | null> {
    return this.kernel.db.write(system, async (tx) => {
      const seen = await this.applications.lock(tx, system, applicationId);
      if (seen.state === "SCREENING") return seen;
      if (seen.state !== "SUBMITTED") return null;
      return this.applications.move(tx, system, { applicationId, from: ["SUBMITTED"], to: "SCREENING" });
    });
  }

  private async assess(tx: Tx, application: ApplicationRow, report: CreditReportRow): Promise<void> {
    const product = await this.decisions.productOf(tx, application);
    const version = await this.ruleSets.activeFor(tx, product.institution);
    const facts = factsFor(application.applicantFacts, application, product, report);
    const { decision, durationMicros } = timed(() => decide(version.model, facts));
    const row = await this.store(tx, application, version, {
      decision,
      facts,
      durationMicros,
      creditReportId: report.id,
    });
    await this.kernel.events.record(tx, system, underwritingEvents.assessed, {
      subject: { type: "Application", id: application.id },
      institutionId: application.institutionId,
      facts: {
        applicationId: application.id,
        assessmentId: row.id,
        outcome: decision.outcome,
        ruleSetVersion: version.number,
        ruleSetHash: version.hash,
        at: row.assessedAt.toISOString(),
      },
    });
    const advice = this.#advice.of(version.model, facts, product);
    await this.settle(tx, application, product, decision, advice);
  }

  /** A refusal takes effect at once; an approval only where the institution lets its model approve; else a person decides. */
  private async settle(
    tx: Tx,
    application: ApplicationRow,
    product: ProductView,
    decision: Decision,
    advice: readonly StoredAdvice[],
  ): Promise<void> {
    const plan = await this.automaticPlan(tx, application, product, decision);
    if (plan) {
      const advised = plan.verdict === "REJECT" ? { ...plan, advice } : plan;
      await this.decisions.apply(tx, system, application, advised, {
        actor: DecisionActor.MODEL,
        makerId: null,
        checkerId: null,
        approvalId: null,
      });
      return;
    }
    await this.applications.move(tx, system, {
      applicationId: application.id,
      from: ["SCREENING"],
      to: "UNDER_REVIEW",
      reason: decision.outcome === "PASS" ? "SCREENING_PASSED" : "SCREENING_REFERRED",
      patch: { outcome: decision.outcome },
    });
  }

  private async automaticPlan(
    tx: Tx,
    application: ApplicationRow,
    product: ProductView,
    decision: Decision,
  ): Promise<DecisionPlan | null> {
    if (decision.outcome === "REJECT")
      return { verdict: "REJECT", terms: null, reasons: decision.reasons, comment: null };
    const suggested = decision.suggestedTerms;
    if (decision.outcome !== "PASS" || !suggested || suggested.amount < application.amount) return null;
    if (!(await this.ruleSets.isAutomaticApprovalEnabled(tx, application.institutionId))) return null;
    const terms = {
      kind: "AS_REQUESTED" as const,
      amount: application.amount,
      annualRate: Math.min(suggested.annualRate, application.quotedAnnualRate),
      termCount: application.termCount,
      method: application.method as RepaymentMethod,
    };
    // Terms that the caps forbid by now are for a person to look at.
    if (!this.decisions.isOfferable(product, terms)) return null;
    return { verdict: "APPROVE", terms, reasons: [], comment: null };
  }

  private async store(
    tx: Tx,
    application: ApplicationRow,
    version: RuleSetRow,
    made: { decision: Decision; facts: Facts; durationMicros: number; creditReportId: string },
  ): Promise<AssessmentRow> {
    const { decision, facts, durationMicros, creditReportId } = made;
    const { suggestedTerms: suggested, score } = decision;
    const row = await assessments.insert(tx, {
      id: newId(),
      applicationId: application.id,
      institutionId: application.institutionId,
      ruleSetVersionId: version.id,
      ruleSetName: version.name,
      ruleSetVersion: version.number,
      ruleSetHash: version.hash,
      creditReportId,
      inputs: encodeFacts(facts, underwritingFields),
      trace: decision.trace,
      decisionHash: sha256(canonicalJson(decision)),
      outcome: decision.outcome,
      score: score?.points ?? null,
      scoreBand: score?.band ?? null,
      suggestedAmount: suggested?.amount ?? null,
      suggestedRate: suggested?.annualRate ?? null,
      suggestedTermCount: suggested?.termMonths ?? null,
      reasons: decision.reasons,
      durationMicros,
      assessedAt: this.kernel.clock.businessNow(),
    });
    if (!row) throw kernelErrors.conflict({ state: application.state });
    return row;
  }
}

function timed(work: () => Decision): { decision: Decision; durationMicros: number } {
  const begun = process.hrtime.bigint();
  const decision = work();
  return { decision, durationMicros: Number((process.hrtime.bigint() - begun) / 1000n) };
}
