import { useMutation } from "@apollo/client/react";
import { useCan } from "@daichao/client";
import { Anchor, Button, Segmented, Select, TextArea, TextField, useToast } from "@daichao/ui/light";
import { type FormEvent, useState } from "react";
import type { ChangeParameter_ParameterFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { dayPlus } from "../../lib/business-clock.tsx";
import { useFormFailures } from "../../lib/form-failures.ts";
import { capOf, formOfUnit, percentOf, ppmOf } from "../../lib/parameter-value.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Note } from "../../ui/Note.tsx";
import styles from "./ChangeParameter.module.css";

graphql(`
  fragment ChangeParameter_parameter on Parameter {
    id
    name
    unit
    value
    needsApproval
  }
`);

const ChangeParameterDocument = graphql(`
  mutation ChangeParameter($input: ChangeParameterInput!) {
    changeParameter(input: $input) {
      parameter {
        id
        ...ParameterTable_parameter @unmask
        ...ParameterFacts_parameter @unmask
      }
      approval {
        id
      }
    }
  }
`);

const methods = ["IRR_NOMINAL_SIMPLE", "IRR_COMPOUND", "XIRR"] as const;

export interface ChangeParameterProps {
  parameter: ChangeParameter_ParameterFragment;
  /** The present business day; null while it is not known. */
  today: string | null;
}

/** A new value from now or from a day on, with its reason; a risky one waits for a second person. */
export function ChangeParameter({ parameter, today }: ChangeParameterProps) {
  const t = useT();
  const may = useCan();
  const show = useToast();
  const form = formOfUnit(parameter.unit);
  const cap = capOf(parameter.value);
  const [typed, setTyped] = useState(form === "whole" ? parameter.value : percentOf(cap.ppm));
  const [method, setMethod] = useState<string>(cap.method);
  const [start, setStart] = useState<"now" | "day">("now");
  const [day, setDay] = useState("");
  const [reason, setReason] = useState("");
  const [isChecked, setChecked] = useState(false);
  const [approvalId, setApprovalId] = useState<string | null>(null);
  const failures = useFormFailures(["value", "effectiveFrom", "reason"]);
  const [change, { loading }] = useMutation(ChangeParameterDocument);
  if (!may("parameter:change")) return null;
  const figure = form === "whole" ? (/^\d{1,10}$/.test(typed.trim()) ? typed.trim() : null) : ppmOf(typed);
  const value = figure === null ? null : form === "cap" ? `${method}:${figure}` : figure;
  const earliest = today === null ? undefined : dayPlus(today, 1);
  const missing = {
    value:
      isChecked && value === null ? t(form === "whole" ? "parameter.wholeOnly" : "parameter.percentOnly") : undefined,
    day: isChecked && start === "day" && day === "" ? t("parameter.dayMissing") : undefined,
    reason: isChecked && reason.trim() === "" ? t("reason.missing") : undefined,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    failures.clear();
    if (loading || value === null || reason.trim() === "" || (start === "day" && day === "")) return;
    const effectiveFrom = start === "now" ? null : `${day}T00:00:00+08:00`;
    const input = { name: parameter.name, value, reason: reason.trim(), effectiveFrom };
    change({ variables: { input } }).then(
      ({ data }) => {
        const asked = data?.changeParameter.approval?.id ?? null;
        setApprovalId(asked);
        setChecked(false);
        setReason("");
        show({ message: t(asked === null ? "parameter.done" : "parameter.asked"), family: "success" });
      },
      (error: unknown) => failures.take(error),
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate aria-labelledby="change-parameter">
      <h3 id="change-parameter" className={styles.title}>
        {t("parameter.change")}
      </h3>
      {parameter.needsApproval && <Note look="warning">{t("parameter.needsApproval")}</Note>}
      {approvalId !== null && (
        <Note>
          {t("parameter.waiting")} <Anchor href={`/approvals/${approvalId}`}>{t("parameter.openApproval")}</Anchor>
        </Note>
      )}
      <FormError>{failures.form}</FormError>
      <div className={styles.row}>
        {form === "cap" && (
          <Select
            label={t("parameter.method")}
            value={method}
            choices={methods.map((one) => ({ value: one as string, label: t(`annualisation.${one}`) }))}
            onValueChange={setMethod}
          />
        )}
        <TextField
          label={t("parameter.newValue")}
          value={typed}
          onValueChange={setTyped}
          inputMode="decimal"
          suffix={form === "whole" ? t(`unitName.${parameter.unit}` as "unitName.days") : "%"}
          error={missing.value ?? failures.of("value")}
          required
        />
      </div>
      <Beginning
        start={start}
        onStart={setStart}
        day={day}
        onDay={setDay}
        earliest={earliest}
        error={missing.day ?? failures.of("effectiveFrom")}
      />
      <TextArea
        label={t("reason.label")}
        hint={t("parameter.reasonHint")}
        rows={3}
        maxLength={500}
        value={reason}
        onValueChange={setReason}
        error={missing.reason ?? failures.of("reason")}
        required
      />
      <div>
        <Button type="submit" variant="primary" loading={loading}>
          {t(parameter.needsApproval ? "parameter.ask" : "parameter.save")}
        </Button>
      </div>
    </form>
  );
}

interface BeginningProps {
  start: "now" | "day";
  onStart: (start: "now" | "day") => void;
  day: string;
  onDay: (day: string) => void;
  earliest: string | undefined;
  error: string | undefined;
}

/** From when the new value holds. */
function Beginning({ start, onStart, day, onDay, earliest, error }: BeginningProps) {
  const t = useT();
  return (
    <div className={styles.row}>
      <Segmented
        legend={t("parameter.start")}
        value={start}
        choices={[
          { value: "now", label: t("parameter.start.now") },
          { value: "day", label: t("parameter.start.day") },
        ]}
        onValueChange={onStart}
      />
      {start === "day" && (
        <TextField
          type="date"
          label={t("parameter.day")}
          hint={t("parameter.dayHint")}
          value={day}
          min={earliest}
          onValueChange={onDay}
          error={error}
          required
        />
      )}
    </div>
  );
}
