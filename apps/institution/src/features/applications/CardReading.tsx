import { WarningIcon } from "@daichao/ui";
import { Tag } from "@daichao/ui/light";
import type { CardReading_DocumentFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./CaseDocuments.module.css";

graphql(`
  fragment CardReading_document on Document {
    id
    reading {
      state
      facts {
        field
        value
        confidence
        isUncertain
        isSound
        isLapsed
        agrees
      }
    }
  }
`);

type Reading = NonNullable<CardReading_DocumentFragment["reading"]>;
type Fact = Reading["facts"][number];

/** Whether a reading has something a reviewer should look at. */
export const needsLook = (reading: CardReading_DocumentFragment["reading"]): boolean =>
  reading?.facts.some((fact) => fact.agrees === false || !fact.isSound || fact.isLapsed) ?? false;

export interface CardReadingProps {
  reading: Reading;
  /** What the applicant typed and verified, masked like the reading. */
  typed: { readonly name: string | null; readonly identityNumber: string | null };
}

/** What was read off the card beside what the applicant typed; a difference is marked in words and colour. */
export function CardReading({ reading, typed }: CardReadingProps) {
  const t = useT();
  if (reading.state !== "READ") return <p className={styles.quiet}>{t(`reading.${reading.state}`)}</p>;
  const typedOf = ({ field }: Fact) =>
    field === "NAME" ? typed.name : field === "IDENTITY_NUMBER" ? typed.identityNumber : null;
  return (
    <table className={styles.reading}>
      <caption className={styles.quiet}>{t("reading.caption")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("reading.field")}</th>
          <th scope="col">{t("reading.read")}</th>
          <th scope="col">{t("reading.typed")}</th>
          <th scope="col">{t("reading.verdict")}</th>
        </tr>
      </thead>
      <tbody>
        {reading.facts.map((fact) => (
          <tr key={fact.field} data-differs={fact.agrees === false || undefined}>
            <th scope="row">{t(`cardField.${fact.field}`)}</th>
            <td>
              {fact.value} <span className={styles.quiet}>{fact.confidence}%</span>
            </td>
            <td>{typedOf(fact) ?? "—"}</td>
            <td>
              <Verdict fact={fact} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Verdict({ fact }: { fact: Fact }) {
  const t = useT();
  if (!fact.isSound)
    return (
      <Tag family="warning" icon={WarningIcon}>
        {t("reading.misread")}
      </Tag>
    );
  if (fact.agrees === false)
    return (
      <Tag family="error" icon={WarningIcon}>
        {t("reading.differs")}
      </Tag>
    );
  if (fact.isLapsed)
    return (
      <Tag family="error" icon={WarningIcon}>
        {t("reading.lapsed")}
      </Tag>
    );
  if (fact.isUncertain) return <Tag family="warning">{t("reading.unsure")}</Tag>;
  return fact.agrees === true ? <Tag family="success">{t("reading.agrees")}</Tag> : null;
}
