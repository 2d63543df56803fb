import { formatDay, formatRate } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { percentOf } from "../lib/parameter-value.ts";
import { useT } from "../lib/texts.ts";

const cap = /\b(IRR_NOMINAL_SIMPLE|IRR_COMPOUND|XIRR):(\d+)\b/g;
const method = /\b(?:IRR_NOMINAL_SIMPLE|IRR_COMPOUND|XIRR)\b/g;
const day = /\b\d{4}-\d{2}-\d{2}\b/g;
const share = /\b\d\.\d{6}\b/g;

/** Sentences of the api hold rates, days and ways of measuring as they are kept; people read per cent, dates and words. */
export function useReadable(): (sentence: string) => string {
  const t = useT();
  const { locale } = useLocale();
  const word = (name: string) => t.find(`annualisation.${name}`) ?? name;
  return (sentence) =>
    sentence
      .replace(cap, (_, name: string, ppm: string) => `${percentOf(ppm)}% (${word(name)})`)
      .replace(day, (on) => formatDay(on, locale))
      .replace(share, (rate) => formatRate(rate))
      .replace(method, word);
}
