import { useFailureText } from "@daichao/ui/i18n";
import { useRef, useState } from "react";
import { stepForm } from "../../features/applications/WizardFrame.tsx";
import { FactNote } from "../../features/borrowers/FactNote.tsx";
import type { ProfileDraft, ProfileField } from "../../features/borrowers/profile-draft.ts";
import { draftOf, isWhole, profileFields } from "../../features/borrowers/profile-draft.ts";
import type { FactEdits, FactsAutosave } from "../../features/borrowers/useFactsAutosave.ts";
import { fieldOf } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Borrower, Draft } from "./ApplyWizard.tsx";
import { FactsConflict } from "./FactsConflict.tsx";
import { KnownFacts } from "./KnownFacts.tsx";
import { ProfileFactBox } from "./ProfileFactBox.tsx";
import styles from "./work.module.css";
import { askedFields, faultsOf, knownFields } from "./work-facts.ts";

export interface WorkStepProps {
  borrower: Borrower;
  missing: Draft["missing"];
  facts: FactsAutosave;
  onNext: () => void;
}

/** Work and income: what is missing or too old is asked, what is known is shown and can be changed. */
export function WorkStep({ borrower, missing, facts: autosave, onNext }: WorkStepProps) {
  const t = useT();
  const sentence = useFailureText();
  const { profile } = borrower;
  const [asked, setAsked] = useState<readonly ProfileField[]>(() => askedFields(missing));
  const open = profileFields.filter((field) => asked.includes(field) || field in autosave.edits);
  const [typed, setTyped] = useState<FactEdits>({});
  const texts: ProfileDraft = { ...draftOf(profile), ...autosave.edits, ...typed };
  const said = useRef<ReadonlySet<ProfileField>>(new Set());
  const [faults, setFaults] = useState<ReturnType<typeof faultsOf>>({});
  const [refusal, setRefusal] = useState<object | null>(null);
  const form = useFocusInvalid(refusal);
  const submitting = useRef<Promise<void> | null>(null);
  const facts = profile?.facts ?? [];
  const noteOf = (field: ProfileField) => <FactNote fact={facts.find((fact) => fact.field === field)} />;
  const failure = autosave.state === "failed" ? autosave.failure : null;
  const failedField = failure === null ? undefined : fieldOf(failure, profileFields);
  const say = (answers: FactEdits) => {
    said.current = new Set([...said.current, ...(Object.keys(answers) as ProfileField[])]);
    autosave.edit(answers);
  };
  const write = (field: ProfileField, text: string) => {
    setTyped({ ...typed, [field]: text });
    if (isWhole(field, text)) say({ [field]: text });
  };
  const submit = async () => {
    const found = faultsOf(texts, open);
    setFaults(found);
    const isFaulty = Object.keys(found).length > 0;
    if (isFaulty) {
      setRefusal({});
      return;
    }
    // What was asked because it is old is said anew by leaving it as it stands.
    const unsaid = open.filter((field) => !said.current.has(field)).map((field) => [field, texts[field]] as const);
    if (unsaid.length > 0) say(Object.fromEntries(unsaid));
    if (!(await autosave.flush())) setRefusal({});
    else onNext();
  };
  const errorOf = (field: ProfileField) => {
    if (failure !== null && failedField === field) return sentence(failure);
    const fault = faults[field];
    if (fault === undefined) return undefined;
    return t(fault === "empty" ? "work.needed" : fault === "amount" ? "profile.amountWrong" : "work.phoneWrong");
  };
  const wantedBy = (field: ProfileField) => missing.find((one) => one.field === field)?.institutionNames ?? [];
  return (
    <form
      ref={form}
      id={stepForm}
      noValidate
      className={styles.step}
      onSubmit={(event) => {
        event.preventDefault();
        submitting.current ??= submit().finally(() => {
          submitting.current = null;
        });
      }}
    >
      <FormError>{failure !== null && failedField === undefined ? sentence(failure) : null}</FormError>
      {open.length > 0 && (
        <Section title={t("work.asked")} hint={t("work.why")}>
          <div className={styles.grid}>
            {open.map((field) => (
              <ProfileFactBox
                key={field}
                field={field}
                value={texts[field]}
                error={errorOf(field)}
                note={
                  <>
                    {t(`work.why.${field}`)}{" "}
                    {wantedBy(field).length > 0 && !facts.some((fact) => fact.field === field)
                      ? t("work.wantedBy", { institutions: wantedBy(field).join(t("list.comma")) })
                      : noteOf(field)}
                  </>
                }
                onValue={(value) => write(field, value)}
              />
            ))}
          </div>
        </Section>
      )}
      <KnownFacts profile={profile} known={knownFields(facts, open)} onEdit={(field) => setAsked([...asked, field])} />
      {autosave.state === "conflict" && (
        <FactsConflict
          profile={profile}
          facts={{
            ...autosave,
            loadTheirs: () => {
              setTyped({});
              autosave.loadTheirs();
            },
          }}
        />
      )}
    </form>
  );
}
