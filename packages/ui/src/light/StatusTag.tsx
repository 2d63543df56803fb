import type { LoanLateness, StatusKind } from "../format/status.ts";
import { loanStatusOf, statusOf } from "../format/status.ts";
import { useHouseT } from "../i18n/use-t.ts";
import { statusIcons } from "../icons/status-icons.ts";
import { Tag } from "./Tag.tsx";

export interface StatusTagProps {
  kind: StatusKind;
  /** The enum value as it came from the api. */
  status: string;
  /** Borrowers see a refusal in a neutral tone. */
  audience?: "borrower" | "staff";
  /** For loans: how late, or how soon due. */
  lateness?: LoanLateness;
  /** Said in place of the status's own word where there is no room for it. */
  word?: string;
}

/** The only way to show a status: icon, word and colour from one map. */
export function StatusTag({ kind, status, audience, lateness, word: shorter }: StatusTagProps) {
  const t = useHouseT();
  const shown = kind === "loan" ? loanStatusOf(status, lateness) : statusOf(kind, status, audience);
  const word = shown.key === null ? null : t.find(shown.key);
  return (
    <Tag family={shown.family} icon={statusIcons[shown.icon]}>
      {shorter ?? word ?? shown.code}
    </Tag>
  );
}
