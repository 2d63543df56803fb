import type { VersionTerms_VersionFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { DiffLines } from "../../ui/DiffLines.tsx";
import { termsDiff } from "./terms-diff.ts";

export interface VersionDiffProps {
  current: VersionTerms_VersionFragment;
  draft: VersionTerms_VersionFragment;
}

/** What the draft would change of what borrowers see now. */
export function VersionDiff({ current, draft }: VersionDiffProps) {
  const t = useT();
  return <DiffLines lines={termsDiff(current, draft)} label={t("listing.diff")} />;
}
