import { FileUploader } from "@daichao/ui/antd";
import { Select } from "@daichao/ui/light";
import { useState } from "react";
import type { DocumentKind } from "../../gql/graphql.ts";
import type { Vault } from "../../lib/lending/send-document.ts";
import { sendOrGoOn } from "../../lib/lending/send-document.ts";
import { useRefusalWords } from "../../lib/refusal-words.ts";
import { useT } from "../../lib/texts.ts";
import { Section } from "../../ui/Section.tsx";
import { useUploads } from "./upload-transport.ts";

export const documentKinds: readonly DocumentKind[] = [
  "IDENTITY_FRONT",
  "IDENTITY_BACK",
  "INCOME_PROOF",
  "WORK_PROOF",
  "BANK_STATEMENT",
  "RESIDENCE_PROOF",
  "OTHER",
];

/** Adds papers to the vault: choose what it is, then the file. */
export function DocumentVault({ documents, onChanged }: { documents: Vault; onChanged: () => void }) {
  const t = useT();
  const uploads = useUploads();
  const send = sendOrGoOn(uploads, documents);
  const refusedBecause = useRefusalWords();
  const [kind, setKind] = useState<DocumentKind>("IDENTITY_FRONT");
  return (
    <Section title={t("documents.add")} hint={t("documents.hint")}>
      <Select
        label={t("documents.kind")}
        value={kind}
        choices={documentKinds.map((value) => ({ value, label: t(`documentKind.${value}`) }))}
        onValueChange={setKind}
      />
      <FileUploader
        label={t(`documentKind.${kind}`)}
        capture="environment"
        upload={(file, handle) => send(kind, file, handle)}
        onDone={onChanged}
        refusedBecause={refusedBecause}
      />
    </Section>
  );
}
