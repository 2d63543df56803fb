import type { RankReasons_ItemFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { OddsTag } from "./OddsTag.tsx";
import styles from "./recommendations.module.css";

graphql(`
  fragment RankReasons_item on RankedProduct {
    place
    guestPlace
    reasons {
      code
      text
    }
    odds {
      ...OddsTag_odds @unmask
    }
  }
`);

/** Why a product stands here, and where it stands for everybody. */
export function RankReasons({ item, isPersonal }: { item: RankReasons_ItemFragment; isPersonal: boolean }) {
  const t = useT();
  return (
    <div className={styles.reasons}>
      <p className={styles.note}>
        <span className={styles.place}>{t("rank.place", { place: item.place })}</span>
        {isPersonal && item.guestPlace !== null && (
          <span className={styles.quiet}>{t("rank.guestPlace", { place: item.guestPlace })}</span>
        )}
        {item.odds !== null && <OddsTag odds={item.odds} />}
      </p>
      <ul className={styles.reasonList}>
        {item.reasons.map(({ code, text }) => (
          <li key={code}>{text}</li>
        ))}
      </ul>
    </div>
  );
}
