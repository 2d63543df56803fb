import { rememberReturnUrl, useMutationWithKey } from "@daichao/client";
import { StarIcon } from "@daichao/ui";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Checkbox, Dialog, LinkButton, TextField, useToast } from "@daichao/ui/light";
import { useState } from "react";
import { useNavigate } from "react-router";
import type { ProductSort, SavedSearchFilterInput } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useSession } from "../../lib/session.tsx";
import { useT } from "../../lib/texts.ts";
import styles from "./ActivityAsk.module.css";

const SaveSearchDocument = graphql(`
  mutation SaveSearch($input: SaveSearchInput!) {
    saveSearch(input: $input) {
      id
      name
    }
  }
`);

export interface SaveSearchProps {
  filter: SavedSearchFilterInput;
  sort: ProductSort;
}

/** Keeps the search on screen under a name, with or without alerts. */
export function SaveSearch({ filter, sort }: SaveSearchProps) {
  const t = useT();
  const { isKnown, isSignedIn } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (!isKnown) return null;
  if (!isSignedIn)
    return (
      <LinkButton
        href="/auth"
        size="small"
        icon={StarIcon}
        title={t("search.signIn")}
        onClick={() => rememberReturnUrl()}
      >
        {t("search.save")}
      </LinkButton>
    );
  return (
    <>
      <Button size="small" icon={StarIcon} onClick={() => setOpen(true)}>
        {t("search.save")}
      </Button>
      {isOpen && <SaveDialog filter={filter} sort={sort} onClose={() => setOpen(false)} />}
    </>
  );
}

function SaveDialog({ filter, sort, onClose }: SaveSearchProps & { onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const navigate = useNavigate();
  const sentence = useFailureText();
  const { submit, failure, isSubmitting } = useMutationWithKey(SaveSearchDocument);
  const [name, setName] = useState(filter.text?.trim() || t("search.defaultName"));
  const [isAlerting, setAlerting] = useState(false);
  const save = async (): Promise<void> => {
    const saved = await submit({ name, filter, sort, isAlerting });
    if (saved === null) return;
    toast({
      message: t("search.saved"),
      family: "success",
      action: { label: t("search.open"), onPress: () => void navigate("/me/saved") },
    });
    onClose();
  };
  const refusal = failure === null ? undefined : sentence(failure);
  const isAboutName = failure?.field === "name";
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("search.saveTitle")}
      footer={
        <Button variant="primary" loading={isSubmitting} type="submit" form="save-search">
          {t("search.save")}
        </Button>
      }
    >
      <form
        id="save-search"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t("search.name")}
          hint={t("search.nameHint")}
          maxLength={40}
          value={name}
          error={isAboutName ? refusal : undefined}
          onValueChange={setName}
        />
        <Checkbox checked={isAlerting} onCheckedChange={setAlerting}>
          {t("search.alert")}
        </Checkbox>
        <p className={styles.quiet}>{t("search.alertHint")}</p>
        {refusal !== undefined && !isAboutName && (
          <p role="alert" className={styles.wrong}>
            {refusal}
          </p>
        )}
      </form>
    </Dialog>
  );
}
