import { formatRate, formatRoundMoney, formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";

interface Suggested {
  readonly suggestedAmount: string | null;
  readonly suggestedRate: string | null;
  readonly suggestedTermCount: number | null;
}

/** The model's own terms in one line; null where it suggests nothing. */
export function useSuggestion(assessment: Suggested | null): string | null {
  const { locale } = useLocale();
  if (assessment === null) return null;
  const { suggestedAmount, suggestedRate, suggestedTermCount } = assessment;
  const parts = [
    suggestedAmount === null ? null : formatRoundMoney(suggestedAmount, locale),
    suggestedTermCount === null ? null : formatTerm(suggestedTermCount, locale),
    suggestedRate === null ? null : formatRate(suggestedRate),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(" · ");
}
