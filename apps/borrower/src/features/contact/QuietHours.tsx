import { Button, TextField } from "@daichao/ui/light";
import { useState } from "react";
import type { QuietHours_PreferencesFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./ContactMatrix.module.css";

graphql(`
  fragment QuietHours_preferences on ContactPreferences {
    quietFrom
    quietTo
  }
`);

export interface QuietHoursProps {
  preferences: QuietHours_PreferencesFragment;
  isSaving: boolean;
  errorOf: (field: "quietFrom" | "quietTo") => string | undefined;
  onSave: (hours: Pick<QuietHours_PreferencesFragment, "quietFrom" | "quietTo">) => void;
}

/** When messages outside the app have to wait. */
export function QuietHours({ preferences, isSaving, errorOf, onSave }: QuietHoursProps) {
  const t = useT();
  const [from, setFrom] = useState(preferences.quietFrom);
  const [to, setTo] = useState(preferences.quietTo);
  const isSame = from === preferences.quietFrom && to === preferences.quietTo;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave({ quietFrom: from, quietTo: to });
      }}
    >
      <TextField
        type="time"
        label={t("contact.quietFrom")}
        className={styles.time}
        value={from}
        error={errorOf("quietFrom")}
        onValueChange={setFrom}
      />
      <TextField
        type="time"
        label={t("contact.quietTo")}
        className={styles.time}
        value={to}
        error={errorOf("quietTo")}
        onValueChange={setTo}
      />
      <Button type="submit" loading={isSaving} disabled={isSame}>
        {t("contact.saveQuiet")}
      </Button>
    </form>
  );
}
