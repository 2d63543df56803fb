import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { CheckIcon, CopyIcon, DownloadIcon } from "@daichao/ui";
import { useFailureText } from "@daichao/ui/i18n";
import { Anchor, Button, Instant, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { SignedContract_ContractFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { Section } from "../../ui/Section.tsx";
import styles from "./signing.module.css";

graphql(`
  fragment SignedContract_contract on Contract {
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
      expiresAt
    }
  }
`);

/** The browser keeps the file; its address is good for a minute and for this session only. */
function download(url: string, name: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}

/** What was signed: the paper itself, its fingerprint and where to check it. */
export function SignedContract({ contract }: { contract: SignedContract_ContractFragment }) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [open, { loading }] = useMutation(OpenContractDocument);
  const [isCopied, setCopied] = useState(false);
  const fetchPdf = async () => {
    try {
      const { data } = await open({ variables: { input: { contractId: contract.id } } });
      if (data) download(data.openContract.url, `${contract.number}.pdf`);
    } catch (error) {
      toast({ message: sentence(toFailure(error)), family: "error" });
    }
  };
  const copy = () =>
    navigator.clipboard.writeText(contract.pdfSha256).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Section id="contract" title={t("contract.title")}>
      <dl className={styles.paper}>
        <Fact label={t("contract.number")}>{contract.number}</Fact>
        <Fact label={t("contract.signedAt")}>
          <Instant at={contract.signedAt} />
        </Fact>
        <Fact label={t("contract.hash")}>
          <code className={styles.hash}>{contract.pdfSha256}</code>
        </Fact>
      </dl>
      <div className={styles.buttons}>
        <Button icon={DownloadIcon} loading={loading} onClick={() => void fetchPdf()}>
          {t("contract.download")}
        </Button>
        <Button variant="quiet" icon={isCopied ? CheckIcon : CopyIcon} onClick={() => void copy()}>
          {t(isCopied ? "error.copied" : "contract.copy")}
        </Button>
        <Anchor href="/verify">{t("contract.verify")}</Anchor>
      </div>
    </Section>
  );
}
