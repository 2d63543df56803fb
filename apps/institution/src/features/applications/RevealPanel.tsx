import { useMutation } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { toFailure } from "@daichao/client";
import { DescriptionsGrid } from "@daichao/ui/antd";
import { formatCountdown } from "@daichao/ui/format";
import { Button, Disclosure, Select } from "@daichao/ui/light";
import type { FormEvent } from "react";
import { useEffect, useState } from "react";
import type { AccessPurpose, PersonalField, RevealPersonalDataMutation } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { CheckGroup } from "../../ui/CheckGroup.tsx";
import { FormFailure } from "../../ui/FormFailure.tsx";
import { Notice } from "../../ui/Notice.tsx";
import styles from "./RevealPanel.module.css";

const RevealPersonalDataDocument = graphql(`
  mutation RevealPersonalData($input: RevealPersonalDataInput!) {
    revealPersonalData(input: $input) {
      name
      phone
      identityNumber
      address
      bankCard
      emergencyContact
      expiresAt
    }
  }
`);

type Revealed = RevealPersonalDataMutation["revealPersonalData"];

export const accessPurposes = [
  "IDENTITY_REVIEW",
  "INCOME_REVIEW",
  "CONTACT_APPLICANT",
  "FRAUD_CHECK",
  "COMPLAINT_HANDLING",
] as const satisfies readonly AccessPurpose[];

const fields = [
  ["NAME", "name"],
  ["PHONE", "phone"],
  ["IDENTITY_NUMBER", "identityNumber"],
  ["ADDRESS", "address"],
  ["BANK_CARD", "bankCard"],
  ["EMERGENCY_CONTACT", "emergencyContact"],
] as const satisfies readonly (readonly [PersonalField, keyof Revealed])[];

/** Seconds the clear values may stay on a screen. */
const shownSeconds = 60;

interface ShownProps {
  revealed: Revealed;
  /** What was asked for: a value that is not there is said to be none. */
  wanted: readonly PersonalField[];
  onHide: () => void;
}

function Shown({ revealed, wanted, onHide }: ShownProps) {
  const t = useT();
  const [left, setLeft] = useState(shownSeconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => now - 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) onHide();
  }, [left, onHide]);
  const items = fields
    .filter(([field]) => wanted.includes(field))
    .map(([field, name]) => ({
      key: field,
      label: t(`personal.${field}`),
      value: revealed[name] ?? (
        <span className={styles.quiet}>{t(field === "BANK_CARD" ? "reveal.noCard" : "reveal.none")}</span>
      ),
    }));
  return (
    <div className={styles.shown}>
      <DescriptionsGrid columnWidth={180} items={items} />
      <div className={styles.line}>
        <span className={styles.quiet}>{t("reveal.until", { time: formatCountdown(left) })}</span>
        <Button size="small" onClick={onHide}>
          {t("reveal.hide")}
        </Button>
      </div>
    </div>
  );
}

function useReveal(applicationId: string) {
  const t = useT();
  const [purpose, setPurpose] = useState<AccessPurpose | "">("");
  const [wanted, setWanted] = useState<readonly PersonalField[]>([]);
  const [isTried, setTried] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  // Clear values never enter the cache: they are gone with this component.
  const [reveal, { loading }] = useMutation(RevealPersonalDataDocument, { fetchPolicy: "no-cache" });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    setFailure(null);
    if (purpose === "" || wanted.length === 0) return;
    reveal({ variables: { input: { applicationId, fields: [...wanted], purpose } } }).then(
      ({ data }) => setRevealed(data?.revealPersonalData ?? null),
      (error: unknown) => setFailure(toFailure(error)),
    );
  };
  return {
    purpose,
    setPurpose,
    wanted,
    setWanted,
    failure,
    revealed,
    hide: () => setRevealed(null),
    submit,
    loading,
    purposeError: isTried && purpose === "" ? t("reveal.pickPurpose") : undefined,
    fieldError: isTried && wanted.length === 0 ? t("reveal.pickField") : undefined,
  };
}

/** Clear personal data for a stated purpose; the applicant is shown the look. */
export function RevealPanel({ applicationId }: { applicationId: string }) {
  const t = useT();
  const form = useReveal(applicationId);
  return (
    <Disclosure summary={t("reveal.title")}>
      <div className={styles.panel}>
        <Notice family="info" title={t("reveal.notice")} />
        {form.revealed === null ? (
          <form className={styles.form} onSubmit={form.submit} noValidate>
            <Select
              label={t("reveal.purpose")}
              required
              value={form.purpose}
              placeholder={t("reveal.pickPurpose")}
              error={form.purposeError}
              choices={accessPurposes.map((value) => ({ value, label: t(`access.${value}`) }))}
              onValueChange={form.setPurpose}
            />
            <CheckGroup
              legend={t("reveal.fields")}
              error={form.fieldError}
              choices={fields.map(([value]) => ({ value, label: t(`personal.${value}`) }))}
              values={form.wanted}
              onValuesChange={form.setWanted}
            />
            <FormFailure failure={form.failure} />
            <Button type="submit" size="small" loading={form.loading}>
              {t("reveal.show")}
            </Button>
          </form>
        ) : (
          <Shown revealed={form.revealed} wanted={form.wanted} onHide={form.hide} />
        )}
      </div>
    </Disclosure>
  );
}
