/** What a reading offers the identity form, and what it has to say about what was typed. */
import type { CardField, ReadFact } from "./useIdentityReading.ts";

type Facts = ReadonlyMap<CardField, ReadFact>;

/** A value the form may take over: one that can be true. */
export function offered(facts: Facts, field: CardField): string | null {
  const fact = facts.get(field);
  return fact?.isSound ? fact.value : null;
}

export type ReadingNote =
  | { readonly kind: "taken"; readonly confidence: number }
  | { readonly kind: "uncertain"; readonly confidence: number }
  | { readonly kind: "differs"; readonly value: string }
  | { readonly kind: "misread" };

/** What stands under a box: where its value comes from, that it has to be checked, or that the card says otherwise. */
export function noteOn(facts: Facts, field: CardField, typed: string): ReadingNote | null {
  const fact = facts.get(field);
  if (fact === undefined) return null;
  if (!fact.isSound) return { kind: "misread" };
  if (typed.trim() === "") return null;
  if (typed.trim() !== fact.value) return { kind: "differs", value: fact.value };
  return { kind: fact.isUncertain ? "uncertain" : "taken", confidence: fact.confidence };
}
