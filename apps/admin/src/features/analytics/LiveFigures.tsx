import { CheckIcon, Icon, WarningIcon } from "@daichao/ui";
import { classNames, Money } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { LiveFigures_FiguresFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./LiveFigures.module.css";
import { useDifferenceAge } from "./use-difference-age.ts";

graphql(`
  fragment LiveFigures_figures on PlatformFigures {
    day
    countedAt
    applicationCount
    approvedCount
    disbursedCount
    disbursedAmount
    peopleOnline
    recount {
      applicationCount
      approvedCount
      disbursedCount
      disbursedAmount
      peopleOnline
    }
  }
`);

const names = ["applicationCount", "approvedCount", "disbursedCount", "disbursedAmount", "peopleOnline"] as const;

/** Today's figures, each beside what counting the events anew comes to. */
export function LiveFigures({ figures }: { figures: LiveFigures_FiguresFragment }) {
  const draw = (name: (typeof names)[number], value: number | string): ReactNode =>
    name === "disbursedAmount" ? <Money amount={String(value)} /> : Number(value).toLocaleString("en-US");
  return (
    <dl className={styles.figures} aria-live="off">
      {names.map((name) => (
        <Figure
          key={name}
          name={name}
          value={draw(name, figures[name])}
          recount={draw(name, figures.recount[name])}
          isEqual={figures[name] === figures.recount[name]}
        />
      ))}
    </dl>
  );
}

interface FigureProps {
  name: (typeof names)[number];
  value: ReactNode;
  recount: ReactNode;
  isEqual: boolean;
}

function Figure({ name, value, recount, isEqual }: FigureProps) {
  const t = useT();
  const seconds = useDifferenceAge(isEqual);
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{t(`figure.${name}`)}</dt>
      <dd className={styles.value}>{value}</dd>
      {name === "peopleOnline" && <dd className={styles.hint}>{t("figure.peopleOnline.hint")}</dd>}
      <dd className={classNames(styles.recount, !isEqual && styles.differs)}>
        <Icon shape={isEqual ? CheckIcon : WarningIcon} />
        <span>
          {t("figure.recount")} {recount}
          {" · "}
          {isEqual ? t("figure.equal") : t("figure.differs", { seconds })}
        </span>
      </dd>
    </div>
  );
}
