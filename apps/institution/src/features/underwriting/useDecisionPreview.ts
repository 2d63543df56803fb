import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { graphql } from "../../gql/index.ts";
import { useDebouncedValue } from "../../lib/use-debounced-value.ts";
import type { Terms } from "./decision-draft.ts";

graphql(`
  fragment QuoteFigures_quote on Quote {
    amount
    annualRate
    termCount
    method
    annualCost {
      primary
      primaryMethod
    }
    firstPayment
    highestPayment
    lastPayment
    totalPayment
    totalInterest
    totalFees
    totalCost
    netDisbursed
    rows {
      number
      dueOn
      payment
      principal
      interest
      fee
      closingPrincipal
    }
  }
`);

const DecisionPreviewDocument = graphql(`
  query DecisionPreview($input: PreviewDecisionInput!) {
    previewDecision(input: $input) {
      needsSecondPerson
      decisionLimit
      quote {
        ...QuoteFigures_quote @unmask
      }
      problems {
        code
        label
        detail
        field
      }
    }
  }
`);

/** What these terms come to, asked once they have stood still for a moment; the last answer stays until the next. */
export function useDecisionPreview(applicationId: string, terms: Terms | null) {
  const settled = useDebouncedValue(terms === null ? null : JSON.stringify(terms), 250);
  const asked: Terms | null = settled === null ? null : JSON.parse(settled);
  const { data, previousData, error, loading } = useQuery(DecisionPreviewDocument, {
    variables: {
      input: {
        applicationId,
        amount: asked?.amount ?? "0.00",
        annualRate: asked?.annualRate ?? "0.000000",
        termCount: asked?.termCount ?? 1,
        method: asked?.method ?? "EQUAL_INSTALMENT",
      },
    },
    skip: asked === null,
  });
  const shown = data ?? (terms === null ? undefined : previousData);
  return {
    preview: shown?.previewDecision ?? null,
    failure: error === undefined || shown !== undefined ? null : toFailure(error),
    /** What is shown is not yet of the terms as they stand. */
    isStale: loading || (terms !== null && settled !== JSON.stringify(terms)),
  };
}
