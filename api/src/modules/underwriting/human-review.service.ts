import { type Tx, violatedConstraint } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { once } from "../../kernel/once/index.js";
import type { Viewer } from "../../kernel/viewer/index.js";
import { type ApplicationRow, type ApplicationService, applicationErrors } from "../applications/index.js";
import * as decisions from "./decision.repository.js";
import type { DecisionRow } from "./decision.tables.js";
import { underwritingErrors } from "./underwriting.errors.js";
import { DecisionActor, DecisionVerdict } from "./underwriting.states.js";

export interface HumanReviewWish {
  readonly applicationId: string;
  readonly version: number;
  readonly idempotencyKey: string;
}

/** The right not to be judged by a machine alone: after an automatic refusal a person looks again, once. */
export class HumanReviewService {
  constructor(
    private readonly kernel: Kernel,
    private readonly applications: ApplicationService,
  ) {}

  /** Whether the viewer is the borrower, the last word was the model's refusal, and nobody has looked again yet. */
  isOpenTo(viewer: Viewer, row: ApplicationRow, made: readonly DecisionRow[]): boolean {
    const last = made.at(-1);
    return (
      viewer.kind === "BORROWER" &&
      row.state === "REJECTED" &&
      row.consentEndedAt === null &&
      row.humanReviewAskedAt === null &&
      last?.actor === DecisionActor.MODEL &&
      last.verdict === DecisionVerdict.REJECT
    );
  }

  /**
   * Puts a refused application into the hands of a person, once per key; the time to decide begins anew.
   * @throws NOT_FOUND; CONFLICT on another version; DECISION_NO_HUMAN_REVIEW unless a model refused it and nobody has
   * looked again; APPLICATION_ALREADY_OPEN where the borrower has applied for the product anew.
   */
  async request(viewer: Viewer, wish: HumanReviewWish): Promise<string> {
    if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
    const { idempotencyKey: key, ...request } = wish;
    try {
      return await this.kernel.db.write(viewer, (tx) =>
        once(tx, viewer, { key, operation: "requestHumanReview", request }, () => this.#hand(tx, viewer, wish)),
      );
    } catch (error) {
      throw violatedConstraint(error) === "applications_one_open" ? applicationErrors.alreadyOpen() : error;
    }
  }

  async #hand(tx: Tx, viewer: Viewer, wish: HumanReviewWish): Promise<string> {
    const seen = await this.applications.lock(tx, viewer, wish.applicationId);
    if (seen.version !== wish.version) throw kernelErrors.conflict({ state: seen.state });
    if (!this.isOpenTo(viewer, seen, await decisions.ofApplications(tx, [seen.id])))
      throw underwritingErrors.noHumanReview();
    await this.applications.handToPerson(tx, viewer, seen.id);
    return seen.id;
  }
}
