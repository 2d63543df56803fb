import { formatInstant } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { useEffect, useState } from "react";
import type { KeptProductsQuery } from "../../gql/graphql.ts";
import { firstNeed } from "../../lib/need.ts";
import { keptAnswer } from "../../lib/offline/kept-answer.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./KeptProducts.module.css";
import { KeptProductsDocument } from "./kept-products.ts";
import { ProductRow } from "./ProductRow.tsx";

interface Kept {
  readonly products: KeptProductsQuery["products"];
  readonly at: string;
}

// It was checked by the api's own types when it was kept; here only that it is such an answer at all.
function isList(answer: unknown): answer is { data: KeptProductsQuery } {
  return typeof answer === "object" && answer !== null && "data" in answer && answer.data != null;
}

function useKept(): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    let isHere = true;
    const show = (found: Awaited<ReturnType<typeof keptAnswer>>) => {
      if (!isHere || found === null || !isList(found.answer)) return;
      setKept({ products: found.answer.data.products, at: found.at });
    };
    keptAnswer(KeptProductsDocument).then(show, () => undefined);
    return () => {
      isHere = false;
    };
  }, []);
  return kept;
}

/** Without a network: the public list as it was kept last, and when that was. */
export function KeptProducts() {
  const t = useT();
  const { locale } = useLocale();
  const kept = useKept();
  if (kept === null) return null;
  return (
    <section className={styles.kept} aria-labelledby="kept-products">
      <header>
        <h2 id="kept-products" className={styles.title}>
          {t("offline.kept")}
        </h2>
        <p className={styles.hint}>{t("offline.keptHint", { moment: formatInstant(kept.at, locale) })}</p>
      </header>
      <ul className={styles.list}>
        {kept.products.edges.map(({ node, quote }) => (
          <li key={node.id}>
            <ProductRow product={node} quote={quote} need={firstNeed} />
          </li>
        ))}
      </ul>
    </section>
  );
}
