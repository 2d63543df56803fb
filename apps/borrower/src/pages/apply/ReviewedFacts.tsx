import { Edit } from "../../features/applications/ReviewStep.tsx";
import type { WizardStep } from "../../features/applications/wizard-steps.ts";
import { FactNote } from "../../features/borrowers/FactNote.tsx";
import { useT } from "../../lib/texts.ts";
import { Fact } from "../../ui/Fact.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Borrower } from "./ApplyWizard.tsx";
import { useFactText } from "./use-fact-text.tsx";
import styles from "./work.module.css";
import { knownFields } from "./work-facts.ts";

/** Who applies and what they said about themselves, on the last page before submitting. */
export function ReviewedFacts({ borrower, onStep }: { borrower: Borrower; onStep: (step: WizardStep) => void }) {
  const t = useT();
  const textOf = useFactText();
  const { profile } = borrower;
  const facts = profile?.facts ?? [];
  return (
    <>
      <Section title={t("apply.step.identity")}>
        {borrower.isIdentityVerified ? (
          <dl className={styles.known}>
            <Fact label={t("identity.name")}>{borrower.nameMasked}</Fact>
            <Fact label={t("identity.number")}>{borrower.identityNumberMasked}</Fact>
            <Fact label={t("phone.label")}>{borrower.phoneMasked}</Fact>
          </dl>
        ) : (
          <p>{t("apply.issue.identity")}</p>
        )}
      </Section>
      <Section title={t("apply.step.work")} aside={<Edit step="work" onStep={onStep} />}>
        <dl className={styles.known}>
          {knownFields(facts, []).map((field) => (
            <Fact key={field} label={t(`profile.${field}`)}>
              {textOf(profile, field)}
              <span className={styles.note}>
                <FactNote fact={facts.find((fact) => fact.field === field)} />
              </span>
            </Fact>
          ))}
        </dl>
      </Section>
    </>
  );
}
