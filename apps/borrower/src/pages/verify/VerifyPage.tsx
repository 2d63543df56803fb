import { AttentionIcon, CheckIcon, Icon, UploadIcon } from "@daichao/ui";
import { Button, classNames, ErrorState, Instant, Skeleton, TextField } from "@daichao/ui/light";
import { useRef, useState } from "react";
import type { Verification } from "../../features/lending/useContractVerification.ts";
import { useContractVerification } from "../../features/lending/useContractVerification.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import styles from "./VerifyPage.module.css";

export function VerifyPage() {
  const t = useT();
  usePageTitle(t("verify.title"));
  const { verification, verifyFile, verifyHash } = useContractVerification();
  const [typed, setTyped] = useState("");
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file !== undefined) verifyFile(file);
  };
  return (
    <div className={styles.page}>
      <header>
        <h1 className={styles.title}>{t("verify.title")}</h1>
        <p className={styles.quiet}>{t("verify.lead")}</p>
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut for the button inside */}
      <div
        className={classNames(styles.drop, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        <Icon shape={UploadIcon} className={styles.sign} />
        <p>{t("verify.drop")}</p>
        <Button variant="primary" onClick={() => chooser.current?.click()}>
          {t("verify.choose")}
        </Button>
        <p className={styles.quiet}>{t("verify.private")}</p>
        <input
          ref={chooser}
          type="file"
          accept="application/pdf,.pdf"
          className={styles.input}
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = "";
          }}
        />
      </div>
      <form
        noValidate
        className={styles.hashForm}
        onSubmit={(event) => {
          event.preventDefault();
          verifyHash(typed);
        }}
      >
        <TextField
          label={t("verify.orHash")}
          hint={t("verify.orHashHint")}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          error={
            verification.state === "refused" && verification.reason === "notHash" ? t("verify.notHash") : undefined
          }
          onValueChange={setTyped}
        />
        <Button type="submit" className={styles.hashButton}>
          {t("verify.check")}
        </Button>
      </form>
      <div aria-live="polite">
        <Outcome verification={verification} />
      </div>
    </div>
  );
}

function Outcome({ verification }: { verification: Verification }) {
  const t = useT();
  if (verification.state === "idle") return null;
  if (verification.state === "working") return <Skeleton height={140} />;
  if (verification.state === "failed") return <ErrorState failure={verification.failure} />;
  if (verification.state === "refused" && verification.reason === "notHash") return null;
  if (verification.state === "refused") return <p className={styles.refusal}>{t(`verify.${verification.reason}`)}</p>;
  const { answer, fileName, sha256 } = verification;
  return (
    <section className={classNames(styles.outcome, answer.isGenuine ? styles.genuine : styles.unknown)}>
      <h2 className={styles.verdict}>
        <Icon shape={answer.isGenuine ? CheckIcon : AttentionIcon} />
        {t(answer.isGenuine ? "verify.genuine" : "verify.unknown")}
      </h2>
      <p>{t(answer.isGenuine ? "verify.genuineText" : "verify.unknownText")}</p>
      <dl className={styles.facts}>
        {fileName !== null && <Fact label={t("verify.file")}>{fileName}</Fact>}
        {answer.contractNumber !== null && <Fact label={t("verify.number")}>{answer.contractNumber}</Fact>}
        {answer.signedAt !== null && (
          <Fact label={t("verify.signedAt")}>
            <Instant at={answer.signedAt} />
          </Fact>
        )}
        <Fact label={t("verify.hash")}>
          <code className={styles.hash}>{sha256}</code>
        </Fact>
      </dl>
    </section>
  );
}
