import { DraftIcon, Icon } from "@daichao/ui";
import { formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { LinkButton, Money, RelativeTime } from "@daichao/ui/light";
import type { ResumeDraft_DraftFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./ResumeDraft.module.css";

graphql(`
  fragment ResumeDraft_draft on ApplicationDraft {
    id
    amount
    termCount
    updatedAt
    items {
      product {
        id
        name
      }
      isSelected
    }
  }
`);

/** A draft that waits: what it is for, and the way back into it. */
export function ResumeDraft({ draft }: { draft: ResumeDraft_DraftFragment }) {
  const t = useT();
  const { locale } = useLocale();
  const names = draft.items.filter((item) => item.isSelected).map((item) => item.product.name);
  return (
    <section className={styles.banner} aria-label={t("draft.title")}>
      <Icon shape={DraftIcon} className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{t("draft.title")}</p>
        <p className={styles.quiet}>
          <Money amount={draft.amount} as="round" /> · {formatTerm(draft.termCount, locale)} ·{" "}
          {names.join(t("list.comma"))}
        </p>
        <p className={styles.quiet}>
          {t("draft.saved")} <RelativeTime at={draft.updatedAt} />
        </p>
      </div>
      <LinkButton href={`/apply/${draft.id}`} size="small" className={styles.go}>
        {t("draft.resume")}
      </LinkButton>
    </section>
  );
}
