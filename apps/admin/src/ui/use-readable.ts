import { formatRate } from "@daichao/ui/format";
import { percentOf } from "../lib/parameter-value.ts";
import { useT } from "../lib/texts.ts";

const cap = /\b(IRR_NOMINAL_SIMPLE|IRR_COMPOUND|XIRR):(\d+)\b/g;
const method = /\b(?:IRR_NOMINAL_SIMPLE|IRR_COMPOUND|XIRR)\b/g;
const share = /\b\d\.\d{6}\b/g;

/** Sentences of the api hold rates and ways of measuring as they are kept; people read per cent and words. */
export function useReadable(): (sentence: string) => string {
  const t = useT();
  const word = (name: string) => t.find(`annualisation.${name}`) ?? name;
  return (sentence) =>
    sentence
      .replace(cap, (_, name: string, ppm: string) => `${percentOf(ppm)}% (${word(name)})`)
      .replace(share, (rate) => formatRate(rate))
      .replace(method, word);
}
