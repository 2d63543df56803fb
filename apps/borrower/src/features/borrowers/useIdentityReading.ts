import { useQuery } from "@apollo/client/react";
import { useEffect, useState } from "react";
import type { IdentityReadingQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";

const IdentityReadingDocument = graphql(`
  query IdentityReading {
    viewer {
      id
      borrower {
        id
        documents {
          id
          kind
          state
          fileName
          sizeBytes
          reading {
            state
            facts {
              field
              value
              confidence
              isUncertain
              isSound
              isLapsed
            }
          }
        }
      }
    }
  }
`);

type Document = NonNullable<NonNullable<IdentityReadingQuery["viewer"]>["borrower"]>["documents"][number];
type Reading = NonNullable<Document["reading"]>;
export type ReadFact = Reading["facts"][number];
export type CardField = ReadFact["field"];

/** While a photo is being read it is looked at again; a reader that takes longer is not waited for, only looked at now and then. */
const lookAgain = 1_000;
const patience = 12_000;
const lookNowAndThen = 5_000;

export interface IdentityReading {
  /** The photo whose values these are; null without one. */
  readonly documentId: string | null;
  readonly state: Reading["state"] | "SLOW" | null;
  /** The newest value of each field, front and back together. */
  readonly facts: ReadonlyMap<CardField, ReadFact>;
  /** All there are, also those whose upload broke off. */
  readonly documents: readonly Document[];
  readonly refetch: () => void;
}

/** What was read off the newest photo of each side of the borrower's identity card. */
export function useIdentityReading(): IdentityReading {
  const { data, refetch, startPolling, stopPolling } = useQuery(IdentityReadingDocument, {
    fetchPolicy: "network-only",
  });
  const documents = data?.viewer?.borrower?.documents ?? [];
  const newest = (kind: string) => documents.find((one) => one.kind === kind && one.reading !== null);
  const [front, back] = [newest("IDENTITY_FRONT"), newest("IDENTITY_BACK")];
  const sides = [back, front].flatMap((one) => (one?.reading ? [one.reading] : []));
  const isPending = sides.some(({ state }) => state === "PENDING");
  const [isSlow, setSlow] = useState(false);
  const watched = `${front?.id ?? ""}${back?.id ?? ""}`;
  useEffect(() => {
    if (!isPending || watched === "") return;
    setSlow(false);
    startPolling(lookAgain);
    const timer = setTimeout(() => {
      setSlow(true);
      startPolling(lookNowAndThen);
    }, patience);
    return () => {
      clearTimeout(timer);
      stopPolling();
    };
  }, [isPending, watched, startPolling, stopPolling]);
  const shown = front?.reading ?? back?.reading ?? null;
  return {
    documentId: front?.id ?? back?.id ?? null,
    state: isPending && isSlow ? "SLOW" : isPending ? "PENDING" : (shown?.state ?? null),
    facts: new Map(sides.flatMap(({ facts }) => facts.map((fact) => [fact.field, fact] as const))),
    documents,
    refetch: () => void refetch(),
  };
}
