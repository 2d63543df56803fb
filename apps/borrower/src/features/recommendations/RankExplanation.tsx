import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { CheckIcon, Icon } from "@daichao/ui";
import { Dialog, Instant } from "@daichao/ui/light";
import type { RankExplanationQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Panel } from "../../ui/Panel.tsx";
import styles from "./recommendations.module.css";

const RankExplanationDocument = graphql(`
  query RankExplanation($rankingId: ID!, $productId: ID!) {
    explainRank(rankingId: $rankingId, productId: $productId) {
      place
      guestPlace
      candidateCount
      isPersonalised
      score
      chance
      parts {
        term
        value
        weight
        points
      }
      factors {
        name
        effect
      }
      acts {
        productId
        kind
        at
        share
      }
      oddsModelVersion
      isRebuilt
    }
  }
`);

type Told = RankExplanationQuery["explainRank"];

export interface RankExplanationProps {
  rankingId: string;
  productId: string;
  name: string;
  onClose: () => void;
}

/** "Why here": the parts of the score, what the chance was made of, and what of one's own doing counted. */
export function RankExplanation({ rankingId, productId, name, onClose }: RankExplanationProps) {
  const t = useT();
  const { data, error, refetch } = useQuery(RankExplanationDocument, { variables: { rankingId, productId } });
  return (
    <Dialog open onClose={onClose} title={t("why.title", { name })}>
      <Panel
        data={data?.explainRank}
        failure={error === undefined ? null : toFailure(error)}
        onRetry={() => void refetch()}
        height={320}
      >
        {(told) => <Explanation told={told} />}
      </Panel>
    </Dialog>
  );
}

const whole = (points: number): string => points.toLocaleString("en-US");
const percent = (share: number): string => `${Math.round(share * 100)}%`;

function Explanation({ told }: { told: Told }) {
  const t = useT();
  const most = Math.max(1, ...told.parts.map(({ points }) => Math.abs(points)));
  return (
    <div className={styles.why}>
      <p>
        {t(told.isPersonalised ? "why.personal" : "why.everybody", {
          place: told.place,
          count: told.candidateCount,
          guest: told.guestPlace ?? 0,
        })}
      </p>
      <table className={styles.parts}>
        <caption>{t("why.formula", { chance: percent(told.chance) })}</caption>
        <thead>
          <tr>
            <th scope="col">{t("why.part")}</th>
            <th scope="col">{t("why.points")}</th>
          </tr>
        </thead>
        <tbody>
          {told.parts.map(({ term, points }) => (
            <tr key={term}>
              <th scope="row">{t.find(`why.term.${term}`) ?? term}</th>
              <td>
                <span className={styles.bar} style={{ inlineSize: `${(Math.abs(points) / most) * 60}%` }} />
                {whole(points)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("why.sum")}</th>
            <td>{whole(told.score)}</td>
          </tr>
        </tfoot>
      </table>
      <Factors factors={told.factors} />
      <Acts acts={told.acts} isPersonalised={told.isPersonalised} />
      {told.isRebuilt && (
        <p className={styles.kept}>
          <Icon shape={CheckIcon} /> {t("why.rebuilt")}
        </p>
      )}
    </div>
  );
}

const hardly = 0.02;

function Factors({ factors }: { factors: Told["factors"] }) {
  const t = useT();
  const telling = factors
    .filter(({ effect }) => Math.abs(effect) > hardly)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  if (telling.length === 0) return null;
  return (
    <div>
      <h3 className={styles.subtitle}>{t("why.chance")}</h3>
      <ul className={styles.factors}>
        {telling.map(({ name, effect }) => (
          <li key={name}>
            {t(effect > 0 ? "why.raises" : "why.lowers", { factor: t.find(`why.factor.${name}`) ?? name })}
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{t("why.notUsed")}</p>
    </div>
  );
}

function Acts({ acts, isPersonalised }: { acts: Told["acts"]; isPersonalised: boolean }) {
  const t = useT();
  if (!isPersonalised) return null;
  return (
    <div>
      <h3 className={styles.subtitle}>{t("why.acts")}</h3>
      {acts.length === 0 ? (
        <p className={styles.quiet}>{t("why.noActs")}</p>
      ) : (
        <ul className={styles.factors}>
          {acts.map(({ kind, at, share, productId }) => (
            <li key={`${kind}${at}${productId}`}>
              {t.find(`why.act.${kind}`) ?? kind} · <Instant at={at} /> · {percent(share)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
