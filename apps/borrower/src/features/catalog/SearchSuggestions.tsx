import { useQuery } from "@apollo/client/react";
import { classNames } from "@daichao/ui/light";
import { useEffect, useMemo } from "react";
import type { SearchSuggestionsQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { useDebouncedValue } from "../../lib/use-debounced-value.ts";
import styles from "./SearchBox.module.css";

const SearchSuggestionsDocument = graphql(`
  query SearchSuggestions($text: String!) {
    searchSuggestions(text: $text) {
      kind
      text
      label
      slug
      count
    }
  }
`);

export type Suggestion = SearchSuggestionsQuery["searchSuggestions"][number];

export interface SearchSuggestionsProps {
  id: string;
  text: string;
  /** Which one the arrows stand on; -1 for none. */
  active: number;
  onOptions: (options: readonly Suggestion[]) => void;
  onTake: (option: Suggestion) => void;
}

const none: readonly Suggestion[] = [];

/** The list under the search box. Without an answer there is no list: searching works all the same. */
export function SearchSuggestions({ id, text, active, onOptions, onTake }: SearchSuggestionsProps) {
  const t = useT();
  const settled = useDebouncedValue(text, 120);
  const { data, previousData } = useQuery(SearchSuggestionsDocument, {
    variables: { text: settled },
    skip: settled.trim() === "",
  });
  const options = useMemo(() => (data ?? previousData)?.searchSuggestions ?? none, [data, previousData]);
  useEffect(() => {
    onOptions(options);
    return () => onOptions(none);
  }, [options, onOptions]);
  if (options.length === 0) return null;
  return (
    <div id={id} role="listbox" aria-label={t("search.suggestions")} className={styles.list}>
      {options.map((option, at) => (
        // The arrows of the box choose; a press must not take the focus out of it.
        <div
          key={`${option.kind} ${option.slug ?? option.text}`}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === active}
          tabIndex={-1}
          className={classNames(styles.option, at === active && styles.active)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onTake(option)}
          onKeyDown={() => undefined}
        >
          <span className={styles.words}>{option.slug === null ? option.text : option.label}</span>
          <span className={styles.kind}>
            {t(`suggestion.${option.kind}`)}
            {option.count !== null && ` · ${t("relax.count", { count: option.count })}`}
          </span>
        </div>
      ))}
    </div>
  );
}
