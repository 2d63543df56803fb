import { formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Money, Tag } from "@daichao/ui/light";
import type { SearchReading_ReadingFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import type { ProductSearch } from "./product-search.ts";
import styles from "./SearchReading.module.css";

graphql(`
  fragment SearchReading_reading on SearchReading {
    amount
    termCount
    categories
    methods
    ignored
  }
`);

export interface SearchReadingProps {
  reading: SearchReading_ReadingFragment;
  search: ProductSearch;
  /** Whether the search brought anything: words were left out of it only then. */
  isAnswered: boolean;
}

/** What the words were taken to mean, and which of them nothing answers. Boxes filled in by hand outrank the words. */
export function SearchReading({ reading, search, isAnswered }: SearchReadingProps) {
  const t = useT();
  const { locale } = useLocale();
  const { categories, methods } = reading;
  const ignored = isAnswered ? reading.ignored : [];
  const amount = search.amount === null ? reading.amount : null;
  const term = search.term === null ? reading.termCount : null;
  const isUnderstood = amount !== null || term !== null || categories.length + methods.length > 0;
  if (!isUnderstood && ignored.length === 0) return null;
  return (
    <div className={styles.reading} role="note">
      {isUnderstood && (
        <p className={styles.line}>
          <span className={styles.word}>{t("reading.understood")}</span>
          {categories.map((category) => (
            <Tag key={category}>{t(`category.${category}`)}</Tag>
          ))}
          {methods.map((method) => (
            <Tag key={method}>{t(`repaymentMethod.${method}`)}</Tag>
          ))}
          {amount !== null && (
            <Tag>
              <Money amount={amount} as="round" />
            </Tag>
          )}
          {term !== null && <Tag>{formatTerm(term, locale)}</Tag>}
        </p>
      )}
      {ignored.length > 0 && (
        <p className={styles.word}>{t("reading.ignored", { words: ignored.join(t("list.comma")) })}</p>
      )}
    </div>
  );
}
