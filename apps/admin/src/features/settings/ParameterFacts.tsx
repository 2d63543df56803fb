import { DescriptionsGrid, Timeline } from "@daichao/ui/antd";
import type { ParameterFacts_ParameterFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Block } from "../../ui/Block.tsx";
import { useParameterWords } from "../../ui/use-parameter-words.ts";
import styles from "./ParameterFacts.module.css";

graphql(`
  fragment ParameterFacts_parameter on Parameter {
    id
    name
    unit
    value
    source
    effectiveFrom
    history {
      id
      value
      effectiveFrom
      reason
      changedBy
    }
  }
`);

/** The value in force, where it comes from, and every value before and to come. */
export function ParameterFacts({ parameter }: { parameter: ParameterFacts_ParameterFragment }) {
  const t = useT();
  const words = useParameterWords();
  const { unit, value, history, effectiveFrom } = parameter;
  const inForce = history.find((version) => version.effectiveFrom === effectiveFrom && version.value === value);
  return (
    <>
      <DescriptionsGrid
        items={[
          {
            key: "value",
            label: t("parameter.inForce"),
            value: <span className={styles.figure}>{words.withUnit(unit, value)}</span>,
          },
          { key: "name", label: t("parameter.name"), value: <code>{parameter.name}</code> },
          { key: "source", label: t("parameter.source"), value: parameter.source, wide: true },
        ]}
      />
      <Block title={t("parameter.history")}>
        <Timeline
          label={t("parameter.history")}
          entries={history.map((version) => ({
            id: version.id,
            at: version.effectiveFrom,
            title: words.withUnit(unit, version.value),
            who: t.find(`parameter.by.${version.changedBy}`) ?? version.changedBy,
            detail: t.find(`parameter.reason.${version.reason}`) ?? version.reason,
            family: version.id === inForce?.id ? ("success" as const) : ("neutral" as const),
          }))}
        />
      </Block>
    </>
  );
}
