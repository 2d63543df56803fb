import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { CopyIcon, PrintIcon } from "@daichao/ui";
import { useLocale } from "@daichao/ui/i18n";
import {
  Button,
  Checkbox,
  classNames,
  EmptyState,
  ErrorState,
  LinkButton,
  Select,
  Skeleton,
  useToast,
} from "@daichao/ui/light";
import { useState } from "react";
import { useSearchParams } from "react-router";
import { CompareName, CompareNotes } from "../../features/catalog/CompareHead.tsx";
import { CompareTable } from "../../features/catalog/CompareTable.tsx";
import { factsOf } from "../../features/catalog/compare-facts.ts";
import { NeedForm } from "../../features/catalog/NeedForm.tsx";
import { mostPicked, removePick } from "../../features/catalog/picks.ts";
import { applyHref, methods } from "../../features/catalog/product-search.ts";
import { useSpeed } from "../../features/catalog/use-speed.ts";
import type { ComparePageQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useComparedActivity } from "../../lib/activity.ts";
import { yuan } from "../../lib/need.ts";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { useDebouncedValue } from "../../lib/use-debounced-value.ts";
import { useFresh } from "../../lib/use-fresh.ts";
import styles from "./ComparePage.module.css";
import type { Comparison } from "./comparison.ts";
import { readComparison, seenIn, withColumns, writeComparison } from "./comparison.ts";

const ComparePageDocument = graphql(`
  query ComparePage($ids: [ID!]!, $amount: Money, $term: Int, $method: RepaymentMethod) {
    comparison(ids: $ids, amount: $amount, termCount: $term, method: $method) {
      key
      product {
        id
        ...Compared_product @unmask
      }
      quote {
        ...Compared_quote @unmask
      }
    }
  }
`);

type Columns = ComparePageQuery["comparison"];

export function ComparePage() {
  const t = useT();
  usePageTitle(t("compare.title"));
  const [params, setParams] = useSearchParams();
  const inAddress = readComparison(params);
  const [need, setNeed] = useState(inAddress.need);
  const settled = useDebouncedValue(need, 250);
  const change = (next: Comparison) => setParams(writeComparison(next), { replace: true, preventScrollReset: true });
  const { keys, method, onlyDifferences } = inAddress;
  const { data, previousData, error, loading, refetch } = useQuery(ComparePageDocument, {
    variables: { ids: [...keys], amount: yuan(settled.amount), term: settled.term, method },
    skip: keys.length === 0,
  });
  useFresh(refetch);
  const columns = (data ?? (keys.length === 0 ? undefined : previousData))?.comparison;
  useComparedActivity((columns ?? []).flatMap(({ product }) => product?.id ?? []));
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{t("compare.title")}</h1>
        <p className={styles.quiet}>{t("compare.lead")}</p>
      </header>
      {keys.length === 0 ? (
        <EmptyState
          title={t("compare.empty")}
          reason={t("compare.emptyReason", { most: mostPicked })}
          action={
            <LinkButton href="/products" variant="primary">
              {t("missing.action")}
            </LinkButton>
          }
        />
      ) : (
        <>
          <section className={styles.need} aria-label={t("compare.loan")} data-print="no">
            <NeedForm
              need={need}
              onNeed={(next) => {
                setNeed(next);
                change({ ...inAddress, need: next });
              }}
            />
            <Select
              label={t("fact.method")}
              value={method ?? "first"}
              choices={[
                { value: "first", label: t("compare.ownMethod") },
                ...methods.map((value) => ({ value, label: t(`repaymentMethod.${value}`) })),
              ]}
              onValueChange={(value) =>
                change({ ...inAddress, method: methods.find((known) => known === value) ?? null })
              }
            />
          </section>
          {error !== undefined && columns === undefined && (
            <ErrorState failure={toFailure(error)} onRetry={() => void refetch()} />
          )}
          {columns === undefined && error === undefined && <Skeleton height={480} />}
          {columns !== undefined && (
            <div
              className={classNames(styles.result, loading && data === undefined && styles.stale)}
              aria-busy={loading}
            >
              <Tools columns={columns} comparison={{ ...inAddress, need }} onChange={change} />
              <Table
                columns={columns.filter(({ key }) => keys.includes(key))}
                comparison={inAddress}
                onlyDifferences={onlyDifferences}
                onChange={change}
              />
            </div>
          )}
        </>
      )}
    </div>
  );
}

interface PartProps {
  columns: Columns;
  comparison: Comparison;
  onChange: (next: Comparison) => void;
}

function Tools({ columns, comparison, onChange }: PartProps) {
  const t = useT();
  const toast = useToast();
  const offered = columns.flatMap(({ product }) => (product?.isAvailable ? [product.id] : []));
  const share = async () => {
    // The versions travel along: who opens the link later is told what has changed since.
    const address = `${window.location.origin}${window.location.pathname}?${writeComparison(seenIn(comparison, columns))}`;
    try {
      await navigator.clipboard.writeText(address);
      toast({ message: t("compare.copied"), family: "success" });
    } catch {
      toast({ message: address, seconds: 0 });
    }
  };
  return (
    <div className={styles.tools} data-print="no">
      <Checkbox
        role="switch"
        checked={comparison.onlyDifferences}
        onCheckedChange={(onlyDifferences) => onChange({ ...comparison, onlyDifferences })}
      >
        {t("compare.only")}
      </Checkbox>
      <div className={styles.buttons}>
        {columns.length < mostPicked && (
          <LinkButton size="small" href={`/products?amount=${comparison.need.amount}&term=${comparison.need.term}`}>
            {t("compare.add")}
          </LinkButton>
        )}
        <Button size="small" icon={CopyIcon} onClick={() => void share()}>
          {t("compare.share")}
        </Button>
        <Button size="small" icon={PrintIcon} onClick={() => window.print()}>
          {t("action.print")}
        </Button>
        {offered.length > 1 && (
          <LinkButton size="small" href={applyHref(offered, comparison.need.amount, comparison.need.term)}>
            {t("tray.apply", { count: offered.length })}
          </LinkButton>
        )}
      </div>
    </div>
  );
}

function Table({ columns, comparison, onlyDifferences, onChange }: PartProps & { onlyDifferences: boolean }) {
  const t = useT();
  const { locale } = useLocale();
  const speed = useSpeed();
  const heads = columns.map((column, at) => ({
    key: column.key,
    name: (
      <CompareName
        column={column}
        onRemove={() => {
          if (column.product !== null) removePick(column.product.id);
          onChange(
            withColumns(
              comparison,
              comparison.keys.filter((key) => key !== column.key),
            ),
          );
        }}
      />
    ),
    notes: (
      <CompareNotes
        column={column}
        seenVersion={comparison.versions[comparison.keys.indexOf(column.key)] ?? null}
        onReplace={({ slug }) =>
          onChange(
            withColumns(
              comparison,
              columns.map((one, index) => (index === at ? slug : one.key)),
            ),
          )
        }
      />
    ),
  }));
  return (
    <CompareTable heads={heads} groups={factsOf(columns, { t, locale, speed })} onlyDifferences={onlyDifferences} />
  );
}
