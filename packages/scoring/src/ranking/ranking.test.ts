import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Act, affinitiesOf, pairsOf, remaining } from "./affinity.ts";
import { byPopularity, meanOfTop, ndcg } from "./measures.ts";
import { Movers } from "./movers.ts";
import { diversity, type RankCandidate, type RankWeights, rank, sumOf } from "./rank.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const weights: RankWeights = { cost: 1, affinity: 0.5, purpose: 0.6, term: 0.3, limit: 0.3, complaints: 1 };
const candidate = fc.record<RankCandidate>({
  id: fc.uuid(),
  institutionId: fc.constantFrom("A", "B", "C", "D"),
  chance: share,
  cost: share,
  affinity: share,
  purpose: share,
  term: share,
  limit: share,
  complaints: share,
});
const market = fc.uniqueArray(candidate, { selector: ({ id }) => id, minLength: 1, maxLength: 40 });

describe("the organic order", () => {
  test("A-24: the components sum to the score, to the last point", () => {
    fc.assert(
      fc.property(market, (all) => {
        for (const { components, score } of rank(all, weights)) {
          expect(Number.isSafeInteger(score)).toBe(true);
          expect(sumOf(components)).toBe(score);
        }
      }),
    );
  });

  test("B-03: everybody stands in it once, whatever the order they came in", () => {
    fc.assert(
      fc.property(market, fc.infiniteStream(share), (all, stream) => {
        const shuffled = all.toSorted(() => (stream.next().value ?? 0) - 0.5);
        const ids = rank(all, weights).map(({ candidate: { id } }) => id);
        expect(rank(shuffled, weights).map(({ candidate: { id } }) => id)).toEqual(ids);
        expect(new Set(ids)).toEqual(new Set(all.map(({ id }) => id)));
      }),
    );
  });

  test("U-18: what is bid, by anybody for anything, never changes the organic order", () => {
    const bids = fc.array(fc.nat({ max: 1_000_000_000 }), { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(market, bids, (all, bid) => {
        const paying = all.map((each, index) => ({ ...each, bid: bid[index] ?? 0, isSponsored: true }));
        const order = rank(all, weights).map(({ candidate: { id } }) => id);
        expect(rank(paying, weights).map(({ candidate: { id } }) => id)).toEqual(order);
      }),
    );
  });

  test("B-03: no institution stands more than twice among the first five while another one is left", () => {
    fc.assert(
      fc.property(market, (all) => {
        const order = rank(all, weights).map(({ candidate: { institutionId } }) => institutionId);
        const head = order.slice(0, diversity.head);
        const counts = Map.groupBy(head, (id) => id);
        const crowded = [...counts.values()].some(({ length }) => length > diversity.perInstitution);
        const others = order.slice(diversity.head).filter((id) => (counts.get(id)?.length ?? 0) < 2);
        if (crowded) expect(others).toEqual([]);
      }),
    );
  });

  test("idea 3: ranking again what was shown gives what was shown", () => {
    fc.assert(
      fc.property(market, fc.integer({ min: 5, max: 20 }), (all, shown) => {
        const head = rank(all, weights)
          .slice(0, shown)
          .map(({ candidate: each }) => each);
        expect(rank(head, weights).map(({ candidate: each }) => each)).toEqual(head);
      }),
    );
  });

  test("B-03: a reason is only what moved: with the middle value in its place the candidate stands lower", () => {
    fc.assert(
      fc.property(market, (all) => {
        const ranked = rank(all, weights);
        const movers = new Movers(ranked, weights);
        for (const each of ranked) {
          const above = (score: number) => ranked.filter((other) => other !== each && other.score > score).length;
          for (const { term, places } of movers.of(each)) {
            const values = all.map((other) => other[term]).sort((a, b) => a - b);
            const changed = { ...each.candidate, [term]: values[values.length >> 1] ?? 0 };
            const [without] = rank([changed], weights);
            expect(above(without?.score ?? 0) - above(each.score)).toBe(places);
            expect(places).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test("B-03: what leaves a candidate first is no reason for it", () => {
    const of = (id: string, chance: number, cost: number): RankCandidate => ({
      ...{ affinity: 0, purpose: 0, term: 0, limit: 0, complaints: 0 },
      ...{ id, institutionId: id, chance, cost },
    });
    const ranked = rank([of("a", 0.9, 0.9), of("b", 0.1, 0.5), of("z", 0.05, 0.4)], weights);
    const [first] = ranked;
    expect(first && new Movers(ranked, weights).of(first)).toEqual([]);
  });
});

describe("affinity", () => {
  test("B-03: what an act says halves in 14 days, and an act of tomorrow is as fresh as today's", () => {
    const act = (ageDays: number): Act => ({ productId: "p", weight: 4, ageDays });
    expect([0, 14, 28, -3].map((age) => remaining(act(age)))).toEqual([4, 2, 1, 4]);
  });

  test("likeness is the same both ways, between 0 and 1, and small where few people did both", () => {
    const people = fc.array(fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: 1, max: 5 })), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(people, (all) => {
        const pairs = pairsOf(all.map((acts) => new Map(Object.entries(acts))));
        for (const { productId, otherId, similarity, together } of pairs) {
          const back = pairs.find((pair) => pair.productId === otherId && pair.otherId === productId);
          expect(back?.similarity).toBeCloseTo(similarity, 12);
          expect(similarity).toBeGreaterThan(0);
          expect(similarity).toBeLessThanOrEqual(together / (together + 5) + 1e-12);
        }
      }),
    );
  });

  test("X-02: counts of people say the same of products as the people themselves", () => {
    const letters = ["a", "b", "c", "d"] as const;
    type Letter = (typeof letters)[number];
    const people = fc.array(fc.uniqueArray(fc.constantFrom(...letters), { minLength: 1 }), { maxLength: 25 });
    fc.assert(
      fc.property(people, people, (known, counted) => {
        const basket = (ids: readonly string[]) => new Map(ids.map((id) => [id, 1]));
        const having = (...ids: readonly Letter[]) =>
          counted.filter((one) => ids.every((id) => one.includes(id))).length;
        const counts = letters.flatMap((productId, at) =>
          letters.slice(at + 1).map((otherId) => ({
            productId,
            otherId,
            together: having(productId, otherId),
            ofProduct: having(productId),
            ofOther: having(otherId),
          })),
        );
        const rounded = (pairs: ReturnType<typeof pairsOf>) =>
          pairs
            .filter(({ together }) => together > 0)
            .map(
              ({ productId, otherId, together, similarity }) =>
                `${productId}${otherId} ${together} ${similarity.toFixed(9)}`,
            )
            .sort();
        expect(rounded(pairsOf(known.map(basket), counts))).toEqual(
          rounded(pairsOf([...known, ...counted].map(basket))),
        );
      }),
    );
  });

  test("X-02: every affinity names the products it came from, and the shares are the whole", () => {
    const acts: Act[] = [
      { productId: "a", weight: 5, ageDays: 0 },
      { productId: "b", weight: 1, ageDays: 14 },
    ];
    const found = affinitiesOf(acts, new Map([["b", [{ otherId: "c", similarity: 0.5 }]]]));
    expect([...found.keys()].sort()).toEqual(["a", "b", "c"]);
    expect(found.get("a")?.value).toBeCloseTo(5 / 8, 12);
    expect(found.get("c")).toMatchObject({ sources: [{ productId: "b", share: 1 }] });
    expect(found.get("c")?.value).toBeCloseTo(0.25 / 3.25, 12);
  });

  test("more interest never makes less affinity", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true }), (a, b) => {
        const of = (weight: number) =>
          affinitiesOf([{ productId: "p", weight, ageDays: 0 }], new Map()).get("p")?.value ?? 0;
        expect(of(Math.max(a, b))).toBeGreaterThanOrEqual(of(Math.min(a, b)));
      }),
    );
  });
});

describe("measures of an order", () => {
  test("NDCG is 1 for the wanted first, less further down, 0 when absent", () => {
    const wanted = new Set(["w"]);
    expect(ndcg(["w", "x"], wanted)).toBe(1);
    expect(ndcg(["x", "w"], wanted)).toBeCloseTo(1 / Math.log2(3), 12);
    expect(ndcg(["x", "y"], wanted)).toBe(0);
    expect(ndcg(["w"], new Set())).toBe(0);
  });

  test("popularity orders by count, and the mean looks at the head only", () => {
    const order = byPopularity(new Map(Object.entries({ a: 1, b: 3, c: 1 })));
    expect(order).toEqual(["b", "a", "c"]);
    expect(meanOfTop(order, (id) => (id === "b" ? 10 : 20), 2)).toBe(15);
  });
});
