import { useQuery } from "@apollo/client/react";
import { dayOfInstant } from "@daichao/ui/format";
import type { QuotedFiguresQuery, RepaymentMethod } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";

const QuotedFiguresDocument = graphql(`
  query QuotedFigures($id: ID!, $amount: Money!, $termCount: Int!, $method: RepaymentMethod!, $startOn: Day!) {
    application(id: $id) {
      id
      product {
        id
        quote(amount: $amount, termCount: $termCount, method: $method, startOn: $startOn) {
          annualRate
          netDisbursed
          firstPayment
          totalInterest
          totalFees
          totalCost
          totalPayment
        }
      }
    }
  }
`);

export interface Asked {
  readonly id: string;
  readonly amount: string;
  readonly termCount: number;
  readonly method: RepaymentMethod;
  readonly submittedAt: string;
  readonly quotedAnnualRate: string;
  readonly quotedFirstPayment: string;
  readonly quotedTotalPayment: string;
}

type Figures = NonNullable<QuotedFiguresQuery["application"]>["product"]["quote"];

/**
 * Every figure of the quote that was shown at submission: the product's version applied for, quoted for the day of
 * submission. Undefined until it is known, and where it would not be, to the fen, what was shown then.
 */
export function useQuotedFigures(asked: Asked): Figures | undefined {
  const { id, amount, termCount, method, submittedAt } = asked;
  const { data } = useQuery(QuotedFiguresDocument, {
    variables: { id, amount, termCount, method, startOn: dayOfInstant(submittedAt) },
    // A product is kept under its id whatever its version: this is the one applied for, and stays here.
    fetchPolicy: "no-cache",
  });
  const quote = data?.application?.product.quote;
  const isTheOneShown =
    quote?.totalPayment === asked.quotedTotalPayment &&
    quote.firstPayment === asked.quotedFirstPayment &&
    quote.annualRate === asked.quotedAnnualRate;
  return isTheOneShown ? quote : undefined;
}
