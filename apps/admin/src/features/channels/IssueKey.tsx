import { useMutation } from "@apollo/client/react";
import { CheckIcon, CopyIcon, PlusIcon } from "@daichao/ui";
import { Button, Checkbox, TextField } from "@daichao/ui/light";
import { type FormEvent, useState } from "react";
import { graphql } from "../../gql/index.ts";
import { dayPlus } from "../../lib/business-clock.tsx";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import { FormError } from "../../ui/FormError.tsx";
import { Note } from "../../ui/Note.tsx";
import styles from "./keys.module.css";

const IssuePartnerKeyDocument = graphql(`
  mutation IssuePartnerKey($input: IssuePartnerKeyInput!) {
    issuePartnerKey(input: $input) {
      token
      key {
        id
        ...KeyTable_key @unmask
      }
    }
  }
`);

/** What a partner may be given; the api refuses everything else. */
const scopes = ["products:read"] as const;

export interface IssueKeyProps {
  channelId: string;
  today: string | null;
  onIssued: () => void;
}

/** A new key: scopes, last day, and then its token, once. */
export function IssueKey({ channelId, today, onIssued }: IssueKeyProps) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>(scopes);
  const [day, setDay] = useState("");
  const [token, setToken] = useState<string | null>(null);
  const failures = useFormFailures(["scopes", "expiresOn"]);
  const [issue, { loading, reset }] = useMutation(IssuePartnerKeyDocument);
  const close = () => {
    failures.clear();
    // The token must not outlive its one showing, in the hook's result either.
    reset();
    setToken(null);
    setOpen(false);
  };
  if (token !== null) return <TokenOnce token={token} onClose={close} />;
  if (!isOpen)
    return (
      <div>
        <Button icon={PlusIcon} onClick={() => setOpen(true)}>
          {t("keys.issue")}
        </Button>
      </div>
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    failures.clear();
    if (loading) return;
    issue({ variables: { input: { channelId, scopes: [...chosen], expiresOn: day === "" ? null : day } } }).then(
      ({ data }) => {
        setToken(data?.issuePartnerKey.token ?? null);
        onIssued();
      },
      (error: unknown) => failures.take(error),
    );
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <FormError>{failures.form ?? failures.of("scopes") ?? null}</FormError>
      <fieldset className={styles.scopes}>
        <legend>{t("keys.scopes")}</legend>
        {scopes.map((scope) => (
          <Checkbox
            key={scope}
            checked={chosen.includes(scope)}
            onCheckedChange={(isOn) => setChosen(isOn ? [...chosen, scope] : chosen.filter((other) => other !== scope))}
          >
            {t.find(`scope.${scope}`) ?? scope} <code>{scope}</code>
          </Checkbox>
        ))}
      </fieldset>
      <TextField
        type="date"
        label={t("keys.expiresOn")}
        hint={t("keys.expiresHint")}
        value={day}
        min={today === null ? undefined : dayPlus(today, 1)}
        onValueChange={setDay}
        error={failures.of("expiresOn")}
        optional
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" loading={loading} disabled={chosen.length === 0}>
          {t("keys.issue")}
        </Button>
        <Button onClick={close}>{t("action.cancel")}</Button>
      </div>
    </form>
  );
}

function TokenOnce({ token, onClose }: { token: string; onClose: () => void }) {
  const t = useT();
  const [isCopied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(token).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className={styles.form} role="status">
      <Note look="warning">{t("keys.once")}</Note>
      <code className={styles.token}>{token}</code>
      <div className={styles.actions}>
        <Button variant="primary" icon={isCopied ? CheckIcon : CopyIcon} onClick={copy}>
          {isCopied ? t("keys.copied") : t("keys.copy")}
        </Button>
        <Button onClick={onClose}>{t("keys.stored")}</Button>
      </div>
    </div>
  );
}
