import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Anchor, Button, Checkbox, Dialog, EmptyState, LinkButton, Tag, TextField, useToast } from "@daichao/ui/light";
import { useState } from "react";
import type { SavedSearchList_SearchFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./saved.module.css";

graphql(`
  fragment SavedSearchList_search on SavedSearch {
    id
    name
    isAlerting
    hitCount
    changes {
      newCount
      changedCount
      goneCount
    }
  }
`);

const ChangeSavedSearchDocument = graphql(`
  mutation ChangeSavedSearch($input: ChangeSavedSearchInput!) {
    changeSavedSearch(input: $input) {
      id
      name
      isAlerting
    }
  }
`);

const OpenSavedSearchDocument = graphql(`
  mutation OpenSavedSearch($input: OpenSavedSearchInput!) {
    openSavedSearch(input: $input) {
      id
      ...SavedSearchList_search @unmask
    }
  }
`);

const DeleteSavedSearchDocument = graphql(`
  mutation DeleteSavedSearch($input: DeleteSavedSearchInput!) {
    deleteSavedSearch(input: $input)
  }
`);

type Search = SavedSearchList_SearchFragment;

export interface SavedSearchListProps {
  searches: readonly Search[];
  /** Where a search shows its products. */
  hrefOf: (id: string) => string;
}

/** Searches somebody comes back to: opened, renamed, silenced or deleted, with what has changed marked. */
export function SavedSearchList({ searches, hrefOf }: SavedSearchListProps) {
  const t = useT();
  const [renaming, setRenaming] = useState<Search | null>(null);
  const [leaving, setLeaving] = useState<Search | null>(null);
  if (searches.length === 0)
    return (
      <EmptyState
        title={t("search.none")}
        reason={t("search.noneReason")}
        action={<LinkButton href="/products">{t("favourite.find")}</LinkButton>}
      />
    );
  return (
    <>
      <ul className={styles.list}>
        {searches.map((search) => (
          <SearchItem
            key={search.id}
            search={search}
            href={hrefOf(search.id)}
            onRename={() => setRenaming(search)}
            onDelete={() => setLeaving(search)}
          />
        ))}
      </ul>
      {renaming !== null && <RenameDialog search={renaming} onClose={() => setRenaming(null)} />}
      {leaving !== null && <DeleteDialog search={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}

interface SearchItemProps {
  search: Search;
  href: string;
  onRename: () => void;
  onDelete: () => void;
}

function SearchItem({ search, href, onRename, onDelete }: SearchItemProps) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [change] = useMutation(ChangeSavedSearchDocument);
  const [open] = useMutation(OpenSavedSearchDocument);
  const { id, name, isAlerting, hitCount, changes } = search;
  const alert = async (next: boolean): Promise<void> => {
    try {
      await change({
        variables: { input: { savedSearchId: id, isAlerting: next } },
        optimisticResponse: { changeSavedSearch: { __typename: "SavedSearch", id, name, isAlerting: next } },
      });
    } catch (error) {
      toast({ message: sentence(toFailure(error)), family: "error" });
    }
  };
  const seen = (): void => void open({ variables: { input: { savedSearchId: id } } }).catch(() => undefined);
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <div className={styles.words}>
          <Anchor href={href} className={styles.name} onClick={seen}>
            {name}
          </Anchor>
          <p className={styles.quiet}>{t("search.hits", { count: hitCount })}</p>
        </div>
        <div className={styles.actions}>
          <Checkbox
            checked={isAlerting}
            aria-label={t("search.alertOf", { name })}
            onCheckedChange={(next) => void alert(next)}
          >
            {t("search.alerting")}
          </Checkbox>
          <Button size="small" variant="quiet" aria-label={t("search.renameOf", { name })} onClick={onRename}>
            {t("search.rename")}
          </Button>
          <Button size="small" variant="quiet" aria-label={t("search.deleteOf", { name })} onClick={onDelete}>
            {t("search.delete")}
          </Button>
        </div>
      </div>
      {changes.newCount + changes.changedCount + changes.goneCount > 0 && <Changes changes={changes} />}
    </li>
  );
}

function Changes({ changes }: Pick<Search, "changes">) {
  const t = useT();
  return (
    <p className={styles.tags}>
      {changes.newCount > 0 && <Tag family="success">{t("search.new", { count: changes.newCount })}</Tag>}
      {changes.changedCount > 0 && <Tag family="info">{t("search.changed", { count: changes.changedCount })}</Tag>}
      {changes.goneCount > 0 && <Tag family="neutral">{t("search.gone", { count: changes.goneCount })}</Tag>}
    </p>
  );
}

function RenameDialog({ search, onClose }: { search: Search; onClose: () => void }) {
  const t = useT();
  const failures = useFormFailures(["name"] as const);
  const [name, setName] = useState(search.name);
  const [change, { loading }] = useMutation(ChangeSavedSearchDocument);
  const save = async (): Promise<void> => {
    try {
      await change({ variables: { input: { savedSearchId: search.id, name } } });
      onClose();
    } catch (error) {
      failures.take(error);
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("search.renameOf", { name: search.name })}
      footer={
        <Button variant="primary" type="submit" form="rename-search" loading={loading}>
          {t("search.rename")}
        </Button>
      }
    >
      <form
        id="rename-search"
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
          error={failures.of("name") ?? failures.form ?? undefined}
          onValueChange={setName}
        />
      </form>
    </Dialog>
  );
}

function DeleteDialog({ search, onClose }: { search: Search; onClose: () => void }) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [remove, { loading }] = useMutation(DeleteSavedSearchDocument, {
    update: (cache) => {
      cache.evict({ id: cache.identify({ __typename: "SavedSearch", id: search.id }) });
      cache.gc();
    },
  });
  const leave = async (): Promise<void> => {
    try {
      await remove({ variables: { input: { savedSearchId: search.id } } });
      toast({ message: t("search.deleted"), family: "success" });
    } catch (error) {
      toast({ message: sentence(toFailure(error)), family: "error" });
    }
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("search.deleteTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button variant="danger" loading={loading} onClick={() => void leave()}>
            {t("search.delete")}
          </Button>
        </>
      }
    >
      <p>{t("search.deleteBody", { name: search.name })}</p>
    </Dialog>
  );
}
