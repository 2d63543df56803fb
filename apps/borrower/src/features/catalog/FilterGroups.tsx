import { Checkbox } from "@daichao/ui/light";
import type { ReactNode } from "react";
import type { ProductFilters_FacetsFragment } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { LimitField } from "./LimitField.tsx";
import styles from "./ProductFilters.module.css";
import type { ProductSearch } from "./product-search.ts";
import { categories, licences, methods } from "./product-search.ts";

graphql(`
  fragment ProductFilters_facets on ProductFacets {
    institutions {
      value
      label
      count
    }
    categories {
      value
      count
    }
    methods {
      value
      count
    }
    licenceKinds {
      value
      count
    }
  }
`);

export interface FilterGroup {
  readonly key: string;
  readonly label: string;
  readonly active: number;
  readonly content: ReactNode;
}

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly count: number;
}

interface ChecksProps<Value extends string> {
  legend: string;
  options: readonly Option<Value>[];
  chosen: readonly Value[];
  onChosen: (chosen: Value[]) => void;
}

function Checks<Value extends string>({ legend, options, chosen, onChosen }: ChecksProps<Value>) {
  const toggle = (value: Value, isOn: boolean) =>
    onChosen(isOn ? [...chosen, value] : chosen.filter((other) => other !== value));
  return (
    <fieldset className={styles.checks}>
      <legend className={styles.legend}>{legend}</legend>
      {options.map(({ value, label, count }) => (
        <Checkbox
          key={value}
          checked={chosen.includes(value)}
          disabled={count === 0 && !chosen.includes(value)}
          onCheckedChange={(isOn) => toggle(value, isOn)}
        >
          <span className={styles.option}>
            {label} <span className={styles.count}>{count}</span>
          </span>
        </Checkbox>
      ))}
    </fieldset>
  );
}

type Counts = readonly { readonly value: string; readonly count: number }[];
const countIn = (counts: Counts | undefined, value: string): number =>
  counts?.find((facet) => facet.value === value)?.count ?? 0;

/** Each way to narrow the list, with how many products it would leave. */
export function useFilterGroups(
  search: ProductSearch,
  facets: ProductFilters_FacetsFragment | null,
  onSearch: (search: ProductSearch) => void,
  onWaiting: (isWaiting: boolean) => void,
): readonly FilterGroup[] {
  const t = useT();
  const limits = [
    { key: "maxAnnualCost", scale: 100, unit: t("unit.percent"), most: 99.99 },
    { key: "maxMonthlyPayment", scale: 1, unit: t("unit.yuan"), most: 1_000_000 },
    { key: "maxTotalCost", scale: 1, unit: t("unit.yuan"), most: 1_000_000 },
  ] as const;
  const institutions = facets?.institutions ?? [];
  const checks = <Value extends string>(
    key: "institutions" | "categories" | "methods" | "licences",
    options: readonly Option<Value>[],
    chosen: readonly Value[],
  ): FilterGroup => ({
    key,
    label: t(`filter.${key}`),
    active: chosen.length,
    content: (
      <Checks
        legend={t(`filter.${key}`)}
        options={options}
        chosen={chosen}
        onChosen={(next) => onSearch({ ...search, [key]: next })}
      />
    ),
  });
  return [
    checks("institutions", institutions, search.institutions),
    checks(
      "categories",
      categories.map((value) => ({ value, label: t(`category.${value}`), count: countIn(facets?.categories, value) })),
      search.categories,
    ),
    checks(
      "methods",
      methods.map((value) => ({
        value,
        label: t(`repaymentMethod.${value}`),
        count: countIn(facets?.methods, value),
      })),
      search.methods,
    ),
    checks(
      "licences",
      licences.map((value) => ({ value, label: t(`licence.${value}`), count: countIn(facets?.licenceKinds, value) })),
      search.licences,
    ),
    ...limits.map(({ key, scale, unit, most }) => ({
      key,
      label: t(`filter.${key}`),
      active: search[key] === null ? 0 : 1,
      content: (
        <LimitField
          label={t(`filter.${key}`)}
          unit={unit}
          scale={scale}
          most={most}
          value={search[key]}
          onValue={(value) => onSearch({ ...search, [key]: value })}
          onWaiting={onWaiting}
        />
      ),
    })),
  ];
}
