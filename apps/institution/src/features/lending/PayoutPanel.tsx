import { useMutationWithKey } from "@daichao/client";
import { DescriptionsGrid } from "@daichao/ui/antd";
import { Button, Instant, Money, StatusTag, useToast } from "@daichao/ui/light";
import type {
  PayoutPanel_ApplicationFragment,
  RetryDisbursementMutation,
  RetryDisbursementMutationVariables,
} from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormFailure } from "../../ui/FormFailure.tsx";
import { Section } from "../../ui/Section.tsx";

graphql(`
  fragment PayoutPanel_application on Application {
    id
    number
    state
    version
    permittedActions
    disbursement {
      id
      amount
      state
      bankReference
      failure
      requestedAt
      settledAt
    }
  }
`);

const RetryDisbursementDocument = graphql(`
  mutation RetryDisbursement($input: RetryDisbursementInput!) {
    retryDisbursement(input: $input) {
      id
      ...PayoutPanel_application
    }
  }
`);

/** Where the money is; a failed payout can be sent again by those who may, once per press. */
export function PayoutPanel({ application }: { application: PayoutPanel_ApplicationFragment }) {
  const t = useT();
  const toast = useToast();
  const { submit, failure, isSubmitting } = useMutationWithKey<
    RetryDisbursementMutation,
    RetryDisbursementMutationVariables
  >(RetryDisbursementDocument);
  const { disbursement, permittedActions, id, version } = application;
  if (disbursement === null) return null;
  const retry = async () => {
    const done = await submit({ applicationId: id, version });
    if (done !== null) toast({ message: t("payout.retried"), family: "success" });
  };
  const items = [
    { key: "state", label: t("payout.state"), value: <StatusTag kind="disbursement" status={disbursement.state} /> },
    { key: "amount", label: t("payout.amount"), value: <Money amount={disbursement.amount} /> },
    { key: "requested", label: t("payout.requested"), value: <Instant at={disbursement.requestedAt} /> },
    {
      key: "settled",
      label: t("payout.settled"),
      value: disbursement.settledAt === null ? null : <Instant at={disbursement.settledAt} />,
    },
    { key: "reference", label: t("payout.reference"), value: disbursement.bankReference },
    ...(disbursement.failure === null
      ? []
      : [{ key: "failure", label: t("payout.failure"), value: disbursement.failure, wide: true }]),
  ];
  return (
    <Section title={t("payout.title")}>
      <DescriptionsGrid columnWidth={130} items={items} />
      {permittedActions.includes("RETRY_DISBURSEMENT") && (
        <>
          <p>{t("payout.retryHint")}</p>
          <Button variant="primary" loading={isSubmitting} onClick={() => void retry()}>
            {t("payout.retry")}
          </Button>
        </>
      )}
      <FormFailure failure={failure} />
    </Section>
  );
}
