import { Icon, SearchIcon } from "@daichao/ui";
import { Checkbox, Segmented, VisuallyHidden } from "@daichao/ui/light";
import type { Ref } from "react";
import { useEffect, useState } from "react";
import type { ApplicationSort } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import { KeyHint } from "../../ui/KeyHint.tsx";
import { SmallSelect } from "../../ui/SmallSelect.tsx";
import styles from "./QueueFilters.module.css";
import type { QueueSearch } from "./queue-search.ts";
import { outcomes, statesIn, views } from "./queue-search.ts";

export interface QueueFiltersProps {
  search: QueueSearch;
  onSearch: (search: QueueSearch) => void;
  box: Ref<HTMLInputElement>;
}

const sorts: readonly ApplicationSort[] = ["DUE_FIRST", "NEWEST"];

/** Typing narrows the list a moment after the last key. */
function SearchBox({ search, onSearch, box }: QueueFiltersProps) {
  const t = useT();
  const [typed, setTyped] = useState(search.text);
  useEffect(() => setTyped(search.text), [search.text]);
  useEffect(() => {
    if (typed === search.text) return;
    const timer = setTimeout(() => onSearch({ ...search, text: typed }), 300);
    return () => clearTimeout(timer);
  }, [typed, search, onSearch]);
  return (
    <label className={styles.search}>
      <Icon shape={SearchIcon} />
      <VisuallyHidden>{t("cases.search")}</VisuallyHidden>
      <input
        ref={box}
        type="search"
        maxLength={200}
        placeholder={t("cases.search")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") event.currentTarget.blur();
        }}
      />
      <KeyHint>/</KeyHint>
    </label>
  );
}

/** What narrows and orders the queue; all of it stands in the address. */
export function QueueFilters(props: QueueFiltersProps) {
  const { search, onSearch } = props;
  const t = useT();
  const any = { value: "" as const, label: t("cases.any") };
  const stateWord = (state: string) => t.find(`status.application.${state}`) ?? state;
  return (
    <search className={styles.filters}>
      <SearchBox {...props} />
      <Segmented
        legend={t("cases.view")}
        hideLegend
        look="joined"
        value={search.view}
        choices={views.map((value) => ({ value, label: t(`view.${value}`) }))}
        onValueChange={(view) => onSearch({ ...search, view, state: "" })}
      />
      <div className={styles.line}>
        <SmallSelect
          label={t("cases.state")}
          value={search.state}
          choices={[any, ...statesIn(search.view).map((value) => ({ value, label: stateWord(value) }))]}
          onValueChange={(state) => onSearch({ ...search, state })}
        />
        <SmallSelect
          label={t("cases.outcome")}
          value={search.outcome}
          choices={[any, ...outcomes.map((value) => ({ value, label: t(`status.rule.${value}`) }))]}
          onValueChange={(outcome) => onSearch({ ...search, outcome })}
        />
        <SmallSelect
          label={t("cases.sort")}
          value={search.sort}
          choices={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onValueChange={(sort) => onSearch({ ...search, sort })}
        />
        <Checkbox checked={search.isMine} onCheckedChange={(isMine) => onSearch({ ...search, isMine })}>
          {t("cases.mine")}
        </Checkbox>
      </div>
    </search>
  );
}
