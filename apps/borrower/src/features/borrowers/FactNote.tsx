import { dayOfInstant, formatDay } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import type { ProfileForm_BorrowerFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./forms.module.css";

type Fact = NonNullable<ProfileForm_BorrowerFragment["profile"]>["facts"][number];

/** Who said a fact and when; an old one asks to be said again. */
export function FactNote({ fact }: { fact: Fact | undefined }) {
  const t = useT();
  const { locale } = useLocale();
  if (fact === undefined) return <span>{t("fact.none")}</span>;
  const day = formatDay(dayOfInstant(fact.recordedAt), locale);
  return (
    <span className={fact.isStale ? styles.stale : undefined}>
      {t(`factSource.${fact.source}`)} · {day}
      {fact.isStale && ` · ${t("fact.stale")}`}
    </span>
  );
}
