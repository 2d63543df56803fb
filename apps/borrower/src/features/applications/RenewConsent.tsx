import { useMutation, useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Checkbox, ErrorState, Skeleton, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { SequenceCard_SequenceFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { ConsentPaper } from "./ConsentPaper.tsx";
import { ResumeSequenceDocument } from "./useStartSequence.ts";
import styles from "./wizard.module.css";

const RenewConsentDocument = graphql(`
  query RenewConsent($institutionId: ID!) {
    consentText(institutionId: $institutionId) {
      hash
      title
      paragraphs
      bindingParagraphs
      institution {
        id
        shortName
      }
    }
  }
`);

export interface RenewConsentProps {
  sequence: Pick<SequenceCard_SequenceFragment, "id" | "version">;
  /** The lender whose turn it is. */
  institutionId: string;
}

/** The next lender's text is another one than was agreed to: it is read and agreed to again, and the walk goes on. */
export function RenewConsent({ sequence: { id, version }, institutionId }: RenewConsentProps) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [agreedHash, setAgreedHash] = useState<string | null>(null);
  const { data, error, refetch } = useQuery(RenewConsentDocument, {
    variables: { institutionId },
    fetchPolicy: "network-only",
  });
  const [resume, { loading }] = useMutation(ResumeSequenceDocument);
  if (error !== undefined && data === undefined)
    return <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />;
  if (data === undefined) return <Skeleton height={160} />;
  const { hash, title, paragraphs, bindingParagraphs, institution } = data.consentText;
  const isAgreed = agreedHash === hash;
  const goOn = async () => {
    const consents = [{ institutionId, textHash: hash }];
    try {
      await resume({ variables: { input: { sequenceId: id, version, consents } } });
    } catch (refusal) {
      toast({ message: sentence(toFailure(refusal)), family: "error" });
      void refetch();
    }
  };
  return (
    <div className={styles.body}>
      <ConsentPaper title={title} paragraphs={paragraphs} binding={bindingParagraphs} />
      <Checkbox checked={isAgreed} onCheckedChange={(isTicked) => setAgreedHash(isTicked ? hash : null)}>
        {t("consent.agree", { institution: institution.shortName })}
      </Checkbox>
      <div className={styles.buttons}>
        <Button size="small" variant="primary" disabled={!isAgreed} loading={loading} onClick={() => void goOn()}>
          {t("sequence.resume")}
        </Button>
      </div>
    </div>
  );
}
