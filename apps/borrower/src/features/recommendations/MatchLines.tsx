import type { IconShape } from "@daichao/ui";
import { AttentionIcon, CheckIcon, CloseIcon, Icon } from "@daichao/ui";
import { VisuallyHidden } from "@daichao/ui/light";
import type { MatchLines_LineFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./recommendations.module.css";

graphql(`
  fragment MatchLines_line on MatchLine {
    criterion
    verdict
    text
  }
`);

const icons: Readonly<Record<MatchLines_LineFragment["verdict"], IconShape>> = {
  MET: CheckIcon,
  NOT_MET: CloseIcon,
  UNKNOWN: AttentionIcon,
};

/** Conditions one by one, with whether each is met in a word and a mark. */
export function MatchLines({ lines }: { lines: readonly MatchLines_LineFragment[] }) {
  const t = useT();
  return (
    <ul className={styles.lines}>
      {lines.map(({ criterion, verdict, text }) => (
        <li key={criterion} className={styles.line} data-verdict={verdict}>
          <Icon shape={icons[verdict]} className={styles.mark} />
          <span>
            <VisuallyHidden>{t(`match.${verdict}`)} </VisuallyHidden>
            {text}
            {verdict === "UNKNOWN" && <span className={styles.quiet}> {t("match.unknownNote")}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
