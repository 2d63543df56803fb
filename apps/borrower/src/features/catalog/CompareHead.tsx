import { CloseIcon, Icon, WarningIcon } from "@daichao/ui";
import { Anchor, Button, LinkButton } from "@daichao/ui/light";
import type { Compared_ProductFragment } from "../../gql/graphql.ts";
import { wholeYuan } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import styles from "./CompareHead.module.css";
import type { Column } from "./compare-facts.ts";
import type { Pick } from "./picks.ts";
import { applyHref } from "./product-search.ts";

interface PartProps {
  column: Column & { readonly key: string };
}

/** Which product a column is about, and the way to take it out. */
export function CompareName({ column: { key, product }, onRemove }: PartProps & { onRemove: () => void }) {
  const t = useT();
  return (
    <div className={styles.top}>
      {product === null ? (
        <span className={styles.name}>{t("compare.unknown")}</span>
      ) : (
        <Anchor href={`/products/${product.slug}`} className={styles.name}>
          {product.name}
        </Anchor>
      )}
      <span data-print="no">
        <Button
          variant="quiet"
          size="small"
          icon={CloseIcon}
          aria-label={t("tray.remove", { name: product?.name ?? key })}
          onClick={onRemove}
        />
      </span>
    </div>
  );
}

export interface CompareNotesProps extends PartProps {
  /** The version that whoever made this comparison saw; null where nobody said. */
  seenVersion: number | null;
  onReplace: (by: Pick) => void;
}

/** Who lends, what has happened to the product since, and what can be done. */
export function CompareNotes({ column, seenVersion, onReplace }: CompareNotesProps) {
  const t = useT();
  const { product, quote } = column;
  return (
    <div className={styles.notes}>
      {product === null ? (
        <Told text={t("compare.unknownReason", { key: column.key.slice(0, 40) })} />
      ) : (
        <span className={styles.quiet}>{product.institution.shortName}</span>
      )}
      {product !== null && !product.isAvailable && (
        <>
          <Told text={t("compare.suspended")} />
          <Instead product={product} onReplace={onReplace} />
        </>
      )}
      {product?.isAvailable && seenVersion !== null && seenVersion !== product.version && (
        <Told text={t("compare.changed", { before: seenVersion, now: product.version })} />
      )}
      {quote?.isAmountAdjusted && <Told text={t("compare.adjusted")} />}
      {product !== null && quote === null && <Told text={t("compare.overCap")} />}
      {product?.isAvailable && quote !== null && (
        <span data-print="no">
          <LinkButton
            size="small"
            variant="primary"
            href={applyHref([product.id], wholeYuan(quote.amount), quote.termCount, quote.method)}
          >
            {t("compare.apply")}
          </LinkButton>
        </span>
      )}
    </div>
  );
}

function Told({ text }: { text: string }) {
  return (
    <span className={styles.told}>
      <Icon shape={WarningIcon} /> {text}
    </span>
  );
}

interface InsteadProps {
  product: Compared_ProductFragment;
  onReplace: (by: Pick) => void;
}

function Instead({ product, onReplace }: InsteadProps) {
  const t = useT();
  if (product.alternatives.length === 0) return null;
  return (
    <div className={styles.instead} data-print="no">
      <span className={styles.quiet}>{t("compare.instead")}</span>
      {product.alternatives.map((other) => (
        <Button key={other.id} variant="quiet" size="small" onClick={() => onReplace(other)}>
          {other.name}
        </Button>
      ))}
    </div>
  );
}
