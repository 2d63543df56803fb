import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { BankCards } from "../../features/borrowers/BankCards.tsx";
import { graphql } from "../../gql/index.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { Panel } from "../../ui/Panel.tsx";

const CardsPageDocument = graphql(`
  query CardsPage {
    viewer {
      id
      borrower {
        id
        ...BankCards_borrower @unmask
      }
    }
  }
`);

export function CardsPage() {
  const t = useT();
  usePageTitle(t("me.cards"));
  const { data, error, refetch } = useQuery(CardsPageDocument);
  return (
    <Panel
      data={data?.viewer?.borrower}
      failure={error === undefined ? null : toFailure(error)}
      onRetry={() => void refetch()}
      height={360}
    >
      {(borrower) => <BankCards borrower={borrower} />}
    </Panel>
  );
}
