import { FileUploader } from "@daichao/ui/antd";
import { useState } from "react";
import { useT } from "../../lib/texts.ts";
import styles from "./forms.module.css";
import { useUploads } from "./upload-transport.ts";

const sides = ["IDENTITY_FRONT", "IDENTITY_BACK"] as const;

/** Both sides of the card, to be read instead of typed; they count as the documents a lender wants, too. */
export function IdentityPhotos({ onTaken }: { onTaken: () => void }) {
  const t = useT();
  const uploads = useUploads();
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <>
      {refusal !== null && (
        <p className={styles.wrong} role="alert">
          {t.find(`refusal.${refusal}`) ?? t("refusal.BROKEN")}
        </p>
      )}
      <div className={styles.grid}>
        {sides.map((kind) => (
          <FileUploader
            key={kind}
            label={t(`documentKind.${kind}`)}
            maxFiles={1}
            capture="environment"
            upload={(file, handle) => uploads.send(kind, file, handle)}
            onDone={(done) => {
              setRefusal(done.state === "REFUSED" ? (done.refusal ?? "BROKEN") : null);
              onTaken();
            }}
          />
        ))}
      </div>
    </>
  );
}
