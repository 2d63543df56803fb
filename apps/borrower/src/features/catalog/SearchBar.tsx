import { SearchIcon } from "@daichao/ui";
import { formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Button, Select } from "@daichao/ui/light";
import { commonTerms, needLimits } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import { LimitField } from "./LimitField.tsx";
import type { ProductSearch } from "./product-search.ts";
import styles from "./SearchBar.module.css";
import { SearchBox, useSearchText } from "./SearchBox.tsx";

const moreTerms = [...commonTerms, 9, 18, 48, 60].sort((a, b) => a - b);

/** Words, amount and term: what the costs of every row are reckoned for. */
export function SearchBar({ search, onSearch }: { search: ProductSearch; onSearch: (search: ProductSearch) => void }) {
  const t = useT();
  const { locale } = useLocale();
  const { text, setText, submit } = useSearchText(search.text, (next) => onSearch({ ...search, text: next }));
  const anyTerm = { value: "any", label: t("filter.any") };
  const terms = search.term === null || moreTerms.includes(search.term) ? moreTerms : [...moreTerms, search.term];
  return (
    <search>
      <form
        className={styles.bar}
        onSubmit={(event) => {
          event.preventDefault();
          submit(text);
        }}
      >
        <SearchBox text={text} onText={setText} onSubmit={submit} />
        <LimitField
          label={t("need.amount")}
          unit={t("unit.yuan")}
          scale={1}
          most={needLimits.max * 2}
          value={search.amount}
          onValue={(amount) => onSearch({ ...search, amount })}
        />
        <Select
          label={t("need.term")}
          value={search.term === null ? "any" : String(search.term)}
          choices={[anyTerm, ...terms.map((term) => ({ value: String(term), label: formatTerm(term, locale) }))]}
          onValueChange={(term) => onSearch({ ...search, term: term === "any" ? null : Number(term) })}
        />
        <Button type="submit" variant="primary" icon={SearchIcon} className={styles.go}>
          <span className={styles.word}>{t("action.search")}</span>
        </Button>
      </form>
    </search>
  );
}
