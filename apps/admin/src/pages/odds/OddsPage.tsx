import { useMutation, useQuery } from "@apollo/client/react";
import { toFailure, useCan } from "@daichao/client";
import { Button, useToast } from "@daichao/ui/antd";
import { OddsModelTable } from "../../features/recommendations/OddsModelTable.tsx";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useListAddress } from "../../lib/use-list-address.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Page } from "../../ui/Page.tsx";

const OddsPageDocument = graphql(`
  query OddsPage($after: String) {
    oddsModels(first: 20, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          ...OddsModelTable_model @unmask
        }
      }
    }
  }
`);

const TrainOddsModelDocument = graphql(`
  mutation TrainOddsModel {
    trainOddsModel {
      id
      state
    }
  }
`);

/** The models behind approval odds: every night's run, its figures, and why one failed. */
export function OddsPage() {
  const t = useT();
  usePageTitle(t("odds.title"));
  const may = useCan();
  const show = useToast();
  const list = useListAddress([]);
  const { data, error, loading, refetch } = useQuery(OddsPageDocument, { variables: { after: list.after } });
  const [train, { loading: isTraining }] = useMutation(TrainOddsModelDocument);
  const failures = useFormFailures([]);
  const run = async (): Promise<void> => {
    failures.clear();
    try {
      const { data: answer } = await train();
      const isGood = answer?.trainOddsModel.state === "ACTIVE";
      show({ message: t(isGood ? "odds.trained" : "odds.notTrained"), family: isGood ? "success" : "error" });
      await refetch();
    } catch (refusal) {
      failures.take(refusal);
    }
  };
  return (
    <Page
      title={t("odds.title")}
      lead={t("odds.lead")}
      actions={
        may("odds:train") && (
          <Button loading={isTraining} onClick={() => void run()}>
            {t("odds.train")}
          </Button>
        )
      }
    >
      <FormError>{failures.form}</FormError>
      <OddsModelTable
        rows={data?.oddsModels.edges.map(({ node }) => node) ?? []}
        loading={loading}
        failure={error === undefined ? null : toFailure(error)}
        onRetry={() => void refetch()}
        paging={list.pagingOf(data?.oddsModels)}
      />
    </Page>
  );
}
