import { Button } from "@daichao/ui/light";
import { FactNote } from "../../features/borrowers/FactNote.tsx";
import type { ProfileField } from "../../features/borrowers/profile-draft.ts";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Borrower } from "./ApplyWizard.tsx";
import { useFactText } from "./use-fact-text.tsx";
import styles from "./work.module.css";

export interface KnownFactsProps {
  profile: Borrower["profile"];
  known: readonly ProfileField[];
  onEdit: (field: ProfileField) => void;
}

/** What need not be asked, each with its source and age and a way to say it anew. */
export function KnownFacts({ profile, known, onEdit }: KnownFactsProps) {
  const t = useT();
  const textOf = useFactText();
  if (known.length === 0) return null;
  return (
    <Section title={t("work.known")} hint={t("work.knownHint")}>
      <ul className={styles.known}>
        {known.map((field) => (
          <li key={field} className={styles.fact}>
            <dl>
              <Fact label={t(`profile.${field}`)}>
                {textOf(profile, field)}
                <span className={styles.note}>
                  <FactNote fact={profile?.facts.find((fact) => fact.field === field)} />
                </span>
              </Fact>
            </dl>
            <Button
              size="small"
              variant="quiet"
              aria-label={t("apply.edit", { part: t(`profile.${field}`) })}
              onClick={() => onEdit(field)}
            >
              {t("action.edit")}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
