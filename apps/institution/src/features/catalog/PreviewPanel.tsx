import { formatRate, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { ErrorState, Money, Rate, Skeleton } from "@daichao/ui/light";
import type { PreviewQuote_QuoteFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { Notice } from "../../ui/Notice.tsx";
import { CheckList } from "./CheckList.tsx";
import styles from "./Product.module.css";
import { missingIn } from "./terms-form.ts";
import type { TermsEditing } from "./useTermsForm.ts";

graphql(`
  fragment PreviewQuote_quote on Quote {
    amount
    annualRate
    termCount
    method
    firstPayment
    totalCost
    totalFees
    annualCost {
      primary
      primaryMethod
    }
  }
`);

function QuoteCard({ title, quote }: { title: string; quote: PreviewQuote_QuoteFragment }) {
  const t = useT();
  const { locale } = useLocale();
  return (
    <div className={styles.quote}>
      <h3 className={styles.label}>{title}</h3>
      <p className={styles.strong}>{formatRate(quote.annualCost.primary)}</p>
      <p>
        <Money amount={quote.amount} as="round" /> · {formatTerm(quote.termCount, locale)} ·{" "}
        {t.find(`repaymentMethod.${quote.method}`)} · {formatRate(quote.annualRate)}
      </p>
      <p className={styles.quiet}>
        {t("quote.first")} <Money amount={quote.firstPayment} /> · {t("quote.cost")} <Money amount={quote.totalCost} />
      </p>
    </div>
  );
}

/** What is still empty, by the names of its fields: without it nothing is priced and nothing is checked. */
function Missing({ fields }: { fields: readonly string[] }) {
  const t = useT();
  const nameOf = (field: string) => {
    const [first, at, last] = field.split(".");
    return first === "fees"
      ? `${t("fee.title", { number: Number(at) + 1 })} · ${t.find(`fee.${last}`)}`
      : t.find(`form.${field}`);
  };
  return (
    <Notice family="info" title={t("preview.missing")}>
      <ul className={styles.missing}>
        {fields.map((field) => (
          <li key={field}>{nameOf(field)}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What the terms as they stand would cost borrowers, and whether they could be listed. */
export function PreviewPanel({ preview, previewFailure, isStale, terms, form }: TermsEditing) {
  const t = useT();
  const cost = preview?.annualCost;
  const missing = missingIn(form);
  if (missing.length > 0)
    return (
      <section className={styles.preview} aria-label={t("preview.title")} aria-live="polite">
        <h2 className={styles.title}>{t("preview.title")}</h2>
        <Missing fields={missing} />
      </section>
    );
  return (
    <section className={styles.preview} aria-label={t("preview.title")} aria-live="polite" aria-busy={isStale}>
      <h2 className={styles.title}>{t("preview.title")}</h2>
      {previewFailure !== null && <ErrorState failure={previewFailure} />}
      {preview === null && previewFailure === null && terms !== null && <Skeleton height={240} silent />}
      {(terms === null || (preview !== null && cost == null)) && <p className={styles.quiet}>{t("preview.broken")}</p>}
      {cost != null && (
        <Rate
          rate={cost.min}
          to={cost.max}
          size="headline"
          label={`${t("preview.range")} · ${t(`method.${cost.method}`)}`}
        />
      )}
      {preview?.cheapest != null && <QuoteCard title={t("preview.cheapest")} quote={preview.cheapest} />}
      {preview?.dearest != null && <QuoteCard title={t("preview.dearest")} quote={preview.dearest} />}
      {cost != null && <p className={styles.quiet}>{t("preview.hint")}</p>}
      {preview !== null && <CheckList checks={preview.checks} />}
    </section>
  );
}
