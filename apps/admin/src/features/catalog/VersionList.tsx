import { formatRateRange } from "@daichao/ui/format";
import { Instant, Tag } from "@daichao/ui/light";
import type { VersionList_VersionFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./VersionList.module.css";

graphql(`
  fragment VersionList_version on ProductVersion {
    id
    number
    createdAt
    publishedAt
    contentHash
    annualCost {
      min
      max
    }
  }
`);

export interface VersionListProps {
  versions: readonly VersionList_VersionFragment[];
  currentId: string | null;
  draftId: string | null;
}

/** Every version, newest first; a published one never changes again. */
export function VersionList({ versions, currentId, draftId }: VersionListProps) {
  const t = useT();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("listing.version")}</th>
          <th scope="col">{t("listing.cost")}</th>
          <th scope="col">{t("listing.publishedAt")}</th>
          <th scope="col">{t("listing.hash")}</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ id, number, publishedAt, contentHash, annualCost }) => (
          <tr key={id}>
            <th scope="row">
              {t("listing.number", { number })} {id === currentId && <Tag family="success">{t("listing.current")}</Tag>}
              {id === draftId && <Tag family="warning">{t("listing.draft")}</Tag>}
            </th>
            <td>{formatRateRange(annualCost.min, annualCost.max)}</td>
            <td>{publishedAt === null ? "—" : <Instant at={publishedAt} />}</td>
            <td>
              <code title={contentHash}>{contentHash.slice(0, 12)}</code>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
