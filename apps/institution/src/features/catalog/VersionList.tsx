import { formatRateRange } from "@daichao/ui/format";
import { EmptyState, Instant } from "@daichao/ui/light";
import type { VersionList_VersionFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./VersionList.module.css";

graphql(`
  fragment VersionList_version on ProductVersion {
    id
    number
    name
    createdAt
    publishedAt
    contentHash
    annualCost {
      min
      max
    }
  }
`);

/** Every version of a product, newest first; what was published never changes. */
export function VersionList({ versions }: { versions: readonly VersionList_VersionFragment[] }) {
  const t = useT();
  if (versions.length === 0) return <EmptyState title={t("product.noDraft")} />;
  return (
    <ul>
      {versions.map((version) => (
        <li key={version.id} className={styles.version}>
          <span className={styles.number}>{t("product.version", { number: version.number })}</span>
          <span>{version.name}</span>
          <span>{formatRateRange(version.annualCost.min, version.annualCost.max)}</span>
          <span className={styles.quiet}>
            {version.publishedAt === null ? t("product.draft") : <Instant at={version.publishedAt} />}
          </span>
          <code className={styles.hash} title={version.contentHash}>
            {version.contentHash.slice(0, 16)}
          </code>
        </li>
      ))}
    </ul>
  );
}
