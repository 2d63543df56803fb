import { Button, Skeleton } from "@daichao/ui/light";
import { Suspense, useState } from "react";
import { lazyPart } from "../../lib/lazy-part.ts";
import type { Need } from "../../lib/need.ts";
import { addTexts, matchingTexts, placeTexts, useT } from "../../lib/texts.ts";
import styles from "./PrecheckEntry.module.css";

const PrecheckPanel = lazyPart(async () => {
  const [part] = await Promise.all([import("./PrecheckPanel.tsx"), addTexts(placeTexts)]);
  return part.PrecheckPanel;
}, matchingTexts);

/** The way into the pre-check; the questions come with the first press. */
export function PrecheckEntry({ need }: { need: Need }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.entry}>
      <p className={styles.words}>
        <strong>{t("precheck.invite")}</strong>
        <span className={styles.quiet}>{t("precheck.inviteHint")}</span>
      </p>
      <Button onClick={() => setOpen(true)}>{t("precheck.open")}</Button>
      {isOpen && (
        <Suspense fallback={<Skeleton silent height={44} />}>
          <PrecheckPanel need={need} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
