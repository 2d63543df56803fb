import { ChangedElsewhere } from "../../features/applications/ChangedElsewhere.tsx";
import { profileFields, saidOf } from "../../features/borrowers/profile-draft.ts";
import type { FactsAutosave } from "../../features/borrowers/useFactsAutosave.ts";
import { useT } from "../../lib/texts.ts";
import type { Borrower } from "./ApplyWizard.tsx";
import { useFactText } from "./use-fact-text.tsx";

export interface FactsConflictProps {
  /** As the other device left it. */
  profile: Borrower["profile"];
  facts: Pick<FactsAutosave, "edits" | "loadTheirs" | "keepMine">;
}

/** Two devices said the same facts about one borrower. */
export function FactsConflict({ profile, facts: { edits, loadTheirs, keepMine } }: FactsConflictProps) {
  const t = useT();
  const textOf = useFactText();
  const said = saidOf(edits);
  const mine = profile && { ...profile, ...said, emergencyContactPhoneMasked: said.emergencyContactPhone ?? null };
  const lines = profileFields
    .filter((field) => field in edits)
    .map((field) => ({
      key: field,
      label: t(`profile.${field}`),
      mine: textOf(mine, field),
      theirs: textOf(profile, field),
    }));
  return <ChangedElsewhere lines={lines} onTheirs={loadTheirs} onMine={() => void keepMine()} />;
}
