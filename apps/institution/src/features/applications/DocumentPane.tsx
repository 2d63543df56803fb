import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { DocViewer } from "@daichao/ui/antd";
import { formatInstant } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { useCallback, useMemo } from "react";
import type { AccessPurpose } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useSession } from "../../lib/session.ts";
import { useT } from "../../lib/texts.ts";
import { accessPurposes } from "./RevealPanel.tsx";

const OpenDocumentDocument = graphql(`
  mutation OpenDocument($input: OpenDocumentInput!) {
    openDocument(input: $input) {
      url
      watermark
      document {
        id
        contentType
      }
    }
  }
`);

export interface DocumentPaneProps {
  applicationId: string;
  documentId: string;
  contentType: string;
  name: string;
}

const isPurpose = (value: string | null): value is AccessPurpose => accessPurposes.some((one) => one === value);

/** One document for a stated purpose; the link it is fetched by serves once and is never kept. */
export function DocumentPane({ applicationId, documentId, contentType, name }: DocumentPaneProps) {
  const t = useT();
  const { locale } = useLocale();
  const { viewer } = useSession();
  const { now } = useBusinessClock();
  const [open] = useMutation(OpenDocumentDocument, { fetchPolicy: "no-cache" });
  const load = useCallback(
    async (purpose: string | null): Promise<Blob> => {
      if (!isPurpose(purpose)) throw new TypeError("a document is opened for a purpose");
      const { data } = await open({ variables: { input: { applicationId, documentId, purpose } } });
      const answer = await fetch(data?.openDocument.url ?? "", { credentials: "same-origin" });
      if (!answer.ok) throw new TypeError(`the file did not come: ${answer.status}`);
      return answer.blob();
    },
    [open, applicationId, documentId],
  );
  // The api marks images itself; a PDF is marked here. The moment is that of opening: a ticking mark would be redrawn.
  const watermark = useMemo(() => {
    if (contentType !== "application/pdf") return [];
    const who = `${viewer?.displayName ?? ""} ${viewer?.institution?.shortName ?? ""}`;
    return [who, formatInstant(new Date(now).toISOString(), locale)];
  }, [viewer, contentType, documentId]);
  return (
    <DocViewer
      name={name}
      load={load}
      purposes={accessPurposes.map((value) => ({ value, label: t(`access.${value}`) }))}
      watermark={watermark}
      toFailure={toFailure}
    />
  );
}
