import type { DecisionModel, Facts } from "@daichao/scoring";
import { type AdvisedProduct, adviceFor, type StoredAdvice } from "./advice.rules.js";

/** What is kept with a model's refusal so that its applicant can be told what would have passed. */
export class AdviceService {
  /** Tested on the model, for these facts; empty unless it refuses. */
  of(model: DecisionModel, facts: Facts, product: AdvisedProduct): readonly StoredAdvice[] {
    return adviceFor(model, facts, product);
  }
}
