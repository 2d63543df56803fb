import { FileUploader } from "@daichao/ui/antd";
import type { Vault } from "../../lib/lending/send-document.ts";
import { sendOrGoOn } from "../../lib/lending/send-document.ts";
import { useRefusalWords } from "../../lib/refusal-words.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./forms.module.css";
import { useUploads } from "./upload-transport.ts";

const sides = ["IDENTITY_FRONT", "IDENTITY_BACK"] as const;

export interface IdentityPhotosProps {
  documents: Vault;
  onTaken: () => void;
}

/** Both sides of the card, to be read instead of typed; they count as the documents a lender wants, too. */
export function IdentityPhotos({ documents, onTaken }: IdentityPhotosProps) {
  const t = useT();
  const uploads = useUploads();
  const send = sendOrGoOn(uploads, documents);
  const refusedBecause = useRefusalWords();
  return (
    <div className={styles.grid}>
      {sides.map((kind) => (
        <FileUploader
          key={kind}
          label={t(`documentKind.${kind}`)}
          maxFiles={1}
          capture="environment"
          upload={(file, handle) => send(kind, file, handle)}
          onDone={onTaken}
          refusedBecause={refusedBecause}
        />
      ))}
    </div>
  );
}
