import { EyeIcon, Icon } from "@daichao/ui";
import { Anchor, EmptyState, Instant } from "@daichao/ui/light";
import type { AccessRecords_RecordFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./forms.module.css";

graphql(`
  fragment AccessRecords_record on AccessRecord {
    id
    viewerKind
    viewerName
    fields
    purpose
    applicationId
    occurredAt
    institution {
      id
      shortName
    }
    document {
      id
      kind
    }
  }
`);

/** Who looked at the borrower's data: the person, what exactly, what for and when. */
export function AccessRecords({ records }: { records: readonly AccessRecords_RecordFragment[] }) {
  const t = useT();
  if (records.length === 0) return <EmptyState title={t("access.none")} reason={t("access.noneReason")} />;
  return (
    <ol className={styles.list}>
      {records.map((record) => {
        const what = record.fields.map((field) => t(`personalField.${field}`));
        if (record.document !== null) what.push(t(`documentKind.${record.document.kind}`));
        return (
          <li key={record.id} className={styles.item}>
            <div className={styles.words}>
              <p>
                <Icon shape={EyeIcon} /> <strong>{record.institution?.shortName ?? t("access.platform")}</strong>{" "}
                {record.viewerName} · {what.join(t("list.comma"))}
              </p>
              <p className={styles.quiet}>
                {t(`accessPurpose.${record.purpose}`)} · <Instant at={record.occurredAt} />
                {record.applicationId !== null && (
                  <>
                    {" "}
                    · <Anchor href={`/applications/${record.applicationId}`}>{t("consents.application")}</Anchor>
                  </>
                )}
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
