import { useMutation } from "@apollo/client/react";
import { Button } from "@daichao/ui/light";
import { useState } from "react";
import { stepForm } from "../../features/applications/WizardFrame.tsx";
import { FactNote } from "../../features/borrowers/FactNote.tsx";
import type { ProfileDraft, ProfileField } from "../../features/borrowers/profile-draft.ts";
import { draftOf, profileFields } from "../../features/borrowers/profile-draft.ts";
import { SaveProfileDocument } from "../../gql/graphql.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { useFocusInvalid } from "../../lib/use-focus-invalid.ts";
import { Fact } from "../../ui/Fact.tsx";
import { FormError } from "../../ui/FormError.tsx";
import { Section } from "../../ui/Section.tsx";
import type { Borrower, Draft } from "./ApplyWizard.tsx";
import { ProfileFactBox } from "./ProfileFactBox.tsx";
import { useFactText } from "./use-fact-text.tsx";
import styles from "./work.module.css";
import { askedFields, faultsOf, knownFields, saveOfFields } from "./work-facts.ts";

export interface WorkStepProps {
  borrower: Borrower;
  missing: Draft["missing"];
  onNext: () => void;
  reload: () => Promise<unknown>;
}

/** Work and income: what is missing or too old is asked, what is known is shown and can be changed. */
export function WorkStep({ borrower, missing, onNext, reload }: WorkStepProps) {
  const t = useT();
  const { profile } = borrower;
  const [save, { loading }] = useMutation(SaveProfileDocument);
  const failures = useFormFailures(profileFields);
  const [open, setOpen] = useState<readonly ProfileField[]>(() => askedFields(missing));
  const [draft, setDraft] = useState<ProfileDraft>(() => draftOf(profile));
  const [faults, setFaults] = useState<ReturnType<typeof faultsOf>>({});
  const form = useFocusInvalid(failures.failure ?? (Object.keys(faults).length > 0 ? faults : null));
  const facts = profile?.facts ?? [];
  const known = knownFields(facts, open);
  const noteOf = (field: ProfileField) => <FactNote fact={facts.find((fact) => fact.field === field)} />;
  const textOf = useFactText();
  const submit = async () => {
    failures.clear();
    const found = faultsOf(draft, open);
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    if (open.length === 0) {
      onNext();
      return;
    }
    try {
      await save({ variables: { input: saveOfFields(draft, open, profile?.version ?? 0) } });
      await reload();
      onNext();
    } catch (error) {
      failures.take(error);
    }
  };
  const faultText = (field: ProfileField) => {
    const fault = faults[field];
    if (fault === undefined) return undefined;
    return t(fault === "amount" ? "profile.amountWrong" : "work.needed");
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
        if (!loading) void submit();
      }}
    >
      <FormError>{failures.form}</FormError>
      {failures.failure?.code === "BORROWER_PROFILE_CHANGED" && (
        <Button onClick={() => void reload()}>{t("profile.reload")}</Button>
      )}
      {open.length > 0 && (
        <Section title={t("work.asked")} hint={t("work.why")}>
          <div className={styles.grid}>
            {open.map((field) => (
              <ProfileFactBox
                key={field}
                field={field}
                value={draft[field]}
                error={failures.of(field) ?? faultText(field)}
                note={
                  <>
                    {t(`work.why.${field}`)}{" "}
                    {wantedBy(field).length > 0 && !facts.some((fact) => fact.field === field)
                      ? t("work.wantedBy", { institutions: wantedBy(field).join(t("list.comma")) })
                      : noteOf(field)}
                  </>
                }
                onValue={(value) => setDraft({ ...draft, [field]: value })}
              />
            ))}
          </div>
        </Section>
      )}
      {known.length > 0 && (
        <Section title={t("work.known")} hint={t("work.knownHint")}>
          <ul className={styles.known}>
            {known.map((field) => (
              <li key={field} className={styles.fact}>
                <dl>
                  <Fact label={t(`profile.${field}`)}>
                    {textOf(profile, field)}
                    <span className={styles.note}>{noteOf(field)}</span>
                  </Fact>
                </dl>
                <Button
                  size="small"
                  variant="quiet"
                  aria-label={t("apply.edit", { part: t(`profile.${field}`) })}
                  onClick={() => setOpen([...open, field])}
                >
                  {t("action.edit")}
                </Button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </form>
  );
}
