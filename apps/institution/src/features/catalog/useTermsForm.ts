import { useQuery } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { useEffect, useState } from "react";
import type { ProductPreviewQuery, ProductTermsInput } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";
import { useDebouncedValue } from "../../lib/use-debounced-value.ts";
import type { TermsForm } from "./terms-form.ts";
import { isSame, readTerms } from "./terms-form.ts";

graphql(`
  fragment TermsForm_version on ProductVersion {
    id
    number
    name
    tagline
    category
    amountMin
    amountMax
    rateMin
    rateMax
    termOptions
    repaymentMethods
    dayCount
    dueShift
    fees {
      code
      name
      timing
      basis
      amount
      rate
      payment
      payee
      payeeName
    }
    eligibility {
      minAge
      maxAge
      minMonthlyIncome
      minEmploymentMonths
      employments
      provinces
      provinceNames
    }
    requiredDocuments
    disbursementHours
    coolingOffDays
  }
`);

const ProductPreviewDocument = graphql(`
  query ProductPreview($terms: ProductTermsInput!) {
    previewProduct(terms: $terms) {
      annualCost {
        min
        max
        method
      }
      cheapest {
        ...PreviewQuote_quote @unmask
      }
      dearest {
        ...PreviewQuote_quote @unmask
      }
      checks {
        code
        label
        detail
        field
        verdict
      }
    }
  }
`);

export type ProductPreview = ProductPreviewQuery["previewProduct"];

export interface TermsEditing {
  readonly form: TermsForm;
  readonly set: (change: Partial<TermsForm>) => void;
  readonly reset: (form: TermsForm) => void;
  readonly terms: ProductTermsInput | null;
  readonly isDirty: boolean;
  readonly preview: ProductPreview | null;
  readonly previewFailure: Failure | null;
  readonly isStale: boolean;
  /** What is wrong with a field, by its path without "terms.": what was typed, what a check or a refusal said. */
  readonly errorOf: (field: string) => string | undefined;
  readonly setRefusal: (failure: Failure | null) => void;
}

const bare = (path: string | null): string | null => path?.replace(/^(input\.)?terms\./, "") ?? null;

/** Asks what terms would cost once they have stood still; while a figure is none the last answer stays. */
function useProductPreview(terms: ProductTermsInput | null) {
  const settled = useDebouncedValue(terms === null ? null : JSON.stringify(terms), 450);
  const asked: ProductTermsInput | null = settled === null ? null : JSON.parse(settled);
  const { data, previousData, error, loading } = useQuery(ProductPreviewDocument, {
    variables: { terms: asked ?? ({} as ProductTermsInput) },
    skip: asked === null,
  });
  const shown = data ?? previousData;
  return {
    preview: shown?.previewProduct ?? null,
    previewFailure: error === undefined || data !== undefined ? null : toFailure(error),
    isStale: loading || settled !== (terms === null ? null : JSON.stringify(terms)),
  };
}

/** A product's terms being edited, with their price and checks beside them. What is new is not blamed before it is touched. */
export function useTermsForm(kept: TermsForm, isNew = false): TermsEditing {
  const t = useT();
  const sentence = useFailureText();
  const [base, setBase] = useState(kept);
  const [form, setForm] = useState(kept);
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const { terms, faults } = readTerms(form);
  const price = useProductPreview(terms);
  const isDirty = !isSame(form, base);
  useEffect(() => {
    if (!isDirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isDirty]);
  const errorOf = (field: string): string | undefined => {
    const fault = faults[field];
    if (fault !== undefined) return t(`form.${fault}`);
    if (refusal !== null && bare(refusal.field) === field) return sentence(refusal);
    if (isNew && !touched.has(field.split(".")[0] ?? field)) return undefined;
    return price.preview?.checks.find((check) => check.verdict === "FAIL" && bare(check.field) === field)?.detail;
  };
  return {
    form,
    set: (change) => {
      setRefusal(null);
      setTouched((present) => new Set([...present, ...Object.keys(change)]));
      setForm((present) => ({ ...present, ...change }));
    },
    reset: (next) => {
      setBase(next);
      setForm(next);
      setRefusal(null);
    },
    terms,
    isDirty,
    ...price,
    errorOf,
    setRefusal,
  };
}
