import {
  canonicalJson,
  decide,
  decodeFacts,
  encodeFacts,
  explainForApplicant,
  isReasonCode,
  validateModel,
} from "@daichao/scoring";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AppetiteName, appetiteFor, appetites, modelOf } from "./appetite.rules.js";
import { factsFor, type UnderwritingFacts, underwritingFields } from "./underwriting-fact.rules.js";

const names = Object.keys(appetites) as AppetiteName[];

/** A seeded stream of numbers in [0, 1), so that the population is the same on every run. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

/** People behind a hidden quality: it moves income, score, delays and enquiries together, as in life. */
function person(random: () => number): UnderwritingFacts {
  const bell = () => random() + random() + random() + random() - 2;
  const quality = bell();
  const noisy = (weight: number) => quality * weight + bell() * (1 - weight);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const isLate = noisy(0.7) < -0.45;
  return factsFor(
    {
      age: 22 + Math.floor(random() * 33),
      employment: pick([
        "EMPLOYED",
        "EMPLOYED",
        "EMPLOYED",
        "EMPLOYED",
        "PUBLIC_SECTOR",
        "SELF_EMPLOYED",
        "SELF_EMPLOYED",
        "FREELANCE",
        "STUDENT",
      ]),
      employedMonths: Math.max(1, Math.round(40 + noisy(0.4) * 60)),
      monthlyIncome: String(Math.round(Math.exp(9.1 + noisy(0.5) * 0.8)) * 100),
      monthlyDebtPayment: String(Math.round(random() * 1_500) * 100),
      housing: pick(["OWNED", "MORTGAGED", "RENTED", "FAMILY"]),
      isIdentityVerified: true,
      otherOpenApplicationCount: pick([0, 0, 0, 1, 1, 2, 3]),
    },
    { amount: BigInt(pick([10_000, 20_000, 30_000, 50_000, 80_000])) * 100n, termCount: pick([12, 24, 36]) },
    {
      amountMax: 20_000_000n,
      rateMin: 72_000,
      rateMax: 180_000,
      eligibility: { minAge: 20, maxAge: 60, minMonthlyIncome: 300_000n, minEmploymentMonths: 6 },
    },
    {
      score: Math.min(850, Math.max(300, Math.round(650 + noisy(0.7) * 110))),
      openLoanCount: Math.floor(random() * 6),
      totalOutstanding: BigInt(Math.floor(random() * 80_000)) * 100n,
      monthlyObligation: BigInt(Math.floor(random() * 2_500)) * 100n,
      worstDaysPastDue12Months: isLate ? 5 + Math.floor(random() * 70) : 0,
      hardQueries90Days: Math.max(0, Math.round(3 - noisy(0.6) * 3 + random() * 3)),
      historyMonths: Math.max(0, Math.round(48 + bell() * 45)),
    },
  );
}

const population = Array.from(
  { length: 3000 },
  (
    (random) => () =>
      person(random)
  )(stream(42)),
);

describe("the policies institutions start with (I-18)", () => {
  it.each(names)("%s may be activated: the checker finds no error in it", (name) => {
    expect(validateModel(modelOf(name), underwritingFields).filter(({ severity }) => severity === "ERROR")).toEqual([]);
  });

  it.each(names)("%s passes, refers and rejects at least a tenth of a plausible population each", (name) => {
    const model = modelOf(name);
    const outcomes = population.map((facts) => decide(model, facts).outcome);
    const shares = (["PASS", "REFER", "REJECT"] as const).map(
      (outcome) => outcomes.filter((one) => one === outcome).length / outcomes.length,
    );
    for (const share of shares) expect(share).toBeGreaterThanOrEqual(0.1);
  });

  it.each(names)("%s lets nobody wait for a time in the job that the product does not ask for", (name) => {
    const asked = (facts: UnderwritingFacts) =>
      decide(modelOf(name), facts).trace.find(({ rule }) => rule === "short-employment")?.result;
    const [someone] = population;
    if (someone === undefined) throw new Error("nobody lives here");
    const { employedMonths: _, ...silent } = someone;
    expect(asked(silent)).toBe("UNKNOWN");
    expect(asked({ ...silent, productMinEmployedMonths: 0 })).toBe("FALSE");
  });

  it("lets appetites differ: the open one passes more people than the prudent one", () => {
    const passes = (name: AppetiteName) =>
      population.filter((facts) => decide(modelOf(name), facts).outcome === "PASS").length;
    expect(passes("OPEN")).toBeGreaterThan(passes("BALANCED"));
    expect(passes("BALANCED")).toBeGreaterThan(passes("PRUDENT"));
  });

  it("gives an institution the same appetite every time, and banks never the open one", () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(appetiteFor(id, "BANK")).toBe(appetiteFor(id, "BANK"));
        expect(appetiteFor(id, "BANK")).not.toBe("OPEN");
      }),
    );
  });

  it("replays bit-identical from the stored snapshot, and suggests only what the product allows", () => {
    for (const facts of population.slice(0, 300)) {
      for (const name of names) {
        const model = modelOf(name);
        const decision = decide(model, facts);
        const stored: typeof model = JSON.parse(canonicalJson(model));
        const snapshot = JSON.parse(JSON.stringify(encodeFacts(facts, underwritingFields)));
        expect(canonicalJson(decide(stored, decodeFacts(snapshot)))).toBe(canonicalJson(decision));
        const terms = decision.suggestedTerms;
        if (!terms) continue;
        expect(terms.amount).toBeLessThanOrEqual(facts.requestedAmount ?? 0n);
        expect(terms.annualRate).toBeGreaterThanOrEqual(72_000);
        expect(terms.annualRate).toBeLessThanOrEqual(180_000);
      }
    }
  });

  it("tells an applicant only words of the safe list, never a threshold or a rule (2-12)", () => {
    for (const facts of population.slice(0, 500)) {
      const decision = decide(modelOf("PRUDENT"), facts);
      if (decision.outcome !== "PASS") expect(decision.reasons.length).toBeGreaterThan(0);
      expect(decision.reasons.every(isReasonCode)).toBe(true);
      const told = explainForApplicant(decision, "zh").reasons.join("");
      expect(told).not.toMatch(/\d|debt-share|征信分低于/);
    }
  });

  it("never passes somebody whose facts are unknown", () => {
    expect(decide(modelOf("OPEN"), {}).outcome).not.toBe("PASS");
  });
});
