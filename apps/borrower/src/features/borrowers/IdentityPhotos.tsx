import { FileUploader } from "@daichao/ui/antd";
import { useRefusalWords } from "../../lib/refusal-words.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./forms.module.css";
import { useUploads } from "./upload-transport.ts";

const sides = ["IDENTITY_FRONT", "IDENTITY_BACK"] as const;

/** Both sides of the card, to be read instead of typed; they count as the documents a lender wants, too. */
export function IdentityPhotos({ onTaken }: { onTaken: () => void }) {
  const t = useT();
  const uploads = useUploads();
  const refusedBecause = useRefusalWords();
  return (
    <div className={styles.grid}>
      {sides.map((kind) => (
        <FileUploader
          key={kind}
          label={t(`documentKind.${kind}`)}
          maxFiles={1}
          capture="environment"
          upload={(file, handle) => uploads.send(kind, file, handle)}
          onDone={onTaken}
          refusedBecause={refusedBecause}
        />
      ))}
    </div>
  );
}
