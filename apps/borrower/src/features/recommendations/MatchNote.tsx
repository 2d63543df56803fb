import { classNames, Tag } from "@daichao/ui/light";
import type { MatchNote_MatchFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { OddsTag } from "./OddsTag.tsx";
import styles from "./recommendations.module.css";

graphql(`
  fragment MatchNote_match on ProductMatch {
    isMatch
    odds {
      ...OddsTag_odds @unmask
    }
    lines {
      ...MatchLines_line @unmask
    }
  }
`);

/** Under a product in a list: whether it suits this person, and if not, why not. */
export function MatchNote({ match, isUnderRow = false }: { match: MatchNote_MatchFragment; isUnderRow?: boolean }) {
  const t = useT();
  const failures = match.lines.filter(({ verdict }) => verdict === "NOT_MET");
  return (
    <span className={classNames(styles.note, isUnderRow && styles.under)}>
      <Tag family={match.isMatch ? "success" : "neutral"}>{t(match.isMatch ? "match.yes" : "match.no")}</Tag>
      {match.odds !== null && <OddsTag odds={match.odds} />}
      {failures.length > 0 && <span>{failures.map(({ text }) => text).join(t("match.join"))}</span>}
    </span>
  );
}
