import { useMutation } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { Can, toFailure } from "@daichao/client";
import { DescriptionsGrid } from "@daichao/ui/antd";
import { Button, Instant } from "@daichao/ui/light";
import { useState } from "react";
import type { ContractPanel_ContractFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { FormFailure } from "../../ui/FormFailure.tsx";
import { Section } from "../../ui/Section.tsx";

graphql(`
  fragment ContractPanel_contract on Contract {
    id
    number
    signedAt
    pdfSha256
  }
`);

const OpenContractDocument = graphql(`
  mutation OpenContract($input: OpenContractInput!) {
    openContract(input: $input) {
      url
    }
  }
`);

/** What was signed, and the file itself, checked against its hash before it is served. */
export function ContractPanel({ contract }: { contract: ContractPanel_ContractFragment | null }) {
  const t = useT();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [open, { loading }] = useMutation(OpenContractDocument, { fetchPolicy: "no-cache" });
  if (contract === null) return null;
  const show = () => {
    setFailure(null);
    open({ variables: { input: { contractId: contract.id } } }).then(
      ({ data }) => window.open(data?.openContract.url, "_blank", "noopener"),
      (error: unknown) => setFailure(toFailure(error)),
    );
  };
  const items = [
    { key: "number", label: t("contract.number"), value: contract.number },
    { key: "signed", label: t("contract.signed"), value: <Instant at={contract.signedAt} /> },
    { key: "hash", label: t("contract.hash"), value: contract.pdfSha256, wide: true },
  ];
  return (
    <Section
      title={t("contract.title")}
      aside={
        <Can permission="contract:read">
          <Button size="small" loading={loading} onClick={show}>
            {t("contract.open")}
          </Button>
        </Can>
      }
    >
      <DescriptionsGrid columnWidth={140} items={items} />
      <FormFailure failure={failure} />
    </Section>
  );
}
