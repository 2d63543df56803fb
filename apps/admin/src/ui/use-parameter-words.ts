import { formatMoney, formatRoundMoney } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { capOf, percentOf } from "../lib/parameter-value.ts";
import { useT } from "../lib/texts.ts";

export interface ParameterWords {
  /** A value with its unit: "24% · simple", "3 days". */
  readonly withUnit: (unit: string, value: string) => string;
  /** A value whose unit is not at hand: read from its shape and name. */
  readonly bare: (name: string, value: string) => string;
}

/** Values of parameters in words. */
export function useParameterWords(): ParameterWords {
  const t = useT();
  const { locale } = useLocale();
  const cap = (value: string): string => {
    const { method, ppm } = capOf(value);
    return `${percentOf(ppm)}% · ${t.find(`annualisation.${method}`) ?? method}`;
  };
  const yuan = (value: string) => (locale === "zh-CN" ? formatRoundMoney(value, locale) : formatMoney(value));
  return {
    withUnit(unit, value) {
      if (unit === "method:ppm") return cap(value);
      if (unit === "ppm") return `${percentOf(value)}%`;
      if (unit === "yuan") return yuan(value);
      return t.find(`unit.${unit}`, { count: Number(value) }) ?? value;
    },
    bare(name, value) {
      if (value.includes(":") && name.startsWith("rateCap.")) return cap(value);
      if (name.startsWith("product.amountMax") || name === "product.businessAmountMax") return yuan(value);
      if (name.startsWith("penalty.") || name.startsWith("lpr.")) return `${percentOf(value)}%`;
      return value;
    },
  };
}
