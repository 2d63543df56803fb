/** Reads specimen cards and nothing else; slow, down and lying for the numbers in src/sandbox/README.md. */
import { setTimeout as sleep } from "node:timers/promises";
import { kernelErrors } from "../../kernel/errors/index.js";
import { createGuard } from "../resilience.js";
import type { CardReading, DocumentReadingGateway, ReadValue } from "./index.js";
import { type CodeReading, readStrip } from "./specimen-code.js";

/** Digits 15 to 17 of the number on the card that steer the reader. */
const Magic = { SLOW: "903", DOWN: "905", UNSURE: "911", MISREAD: "913", OTHER_NUMBER: "915" } as const;

const SLOW_MS = 8_000;
const UNSURE_CONFIDENCE = 58;
const PROVIDER = "沙箱证件识别";
/** What a reader reports of somebody else's card that lay underneath. */
const OTHER_NUMBER = "110105199001010053";

interface Said {
  readonly s?: string;
  readonly n?: string;
  readonly i?: string;
  readonly a?: string;
  readonly v?: string;
}

function saidIn({ text }: CodeReading): Said {
  try {
    return JSON.parse(text) as Said;
  } catch {
    return {};
  }
}

/** The last digit before the check digit taken for its neighbour, as a reader of type does. */
const misread = (number: string): string =>
  number.slice(0, 16) + String((Number(number[16]) + 1) % 10) + number.slice(17);

function numberOf(number: string): string {
  const magic = number.slice(14, 17);
  if (magic === Magic.MISREAD) return misread(number);
  return magic === Magic.OTHER_NUMBER ? OTHER_NUMBER : number;
}

function valuesOf(said: Said, clarity: number): ReadValue[] {
  // A strip that could be made out is at least halfway sure; a clear one is nearly certain, never entirely.
  const confidence = Math.min(99, 50 + Math.round(clarity / 2));
  const { n, i, a, v } = said;
  const isUnsure = i?.slice(14, 17) === Magic.UNSURE;
  const values: ReadValue[] = [];
  if (n) values.push({ field: "NAME", value: n, confidence });
  if (i)
    values.push({
      field: "IDENTITY_NUMBER",
      value: numberOf(i),
      confidence: isUnsure ? Math.min(confidence, UNSURE_CONFIDENCE) : confidence,
    });
  if (a) values.push({ field: "AUTHORITY", value: a, confidence });
  if (v) values.push({ field: "VALID_UNTIL", value: v, confidence });
  return values;
}

export function createSandboxDocumentReading({ timeoutMs = 3_000 } = {}): DocumentReadingGateway {
  const guard = createGuard({ timeoutMs, retries: 1 });
  return {
    async readCard({ bytes, side }): Promise<CardReading> {
      const code = await readStrip(bytes).catch(() => null);
      const said = code ? saidIn(code) : {};
      const magic = said.i?.slice(14, 17);
      await guard
        .run(async (signal) => {
          if (magic === Magic.SLOW) await sleep(SLOW_MS, undefined, { signal, ref: false });
          if (magic === Magic.DOWN) throw new Error("the reader is down");
        })
        .catch(() => {
          throw kernelErrors.unavailable();
        });
      const isThisSide = said.s === (side === "FRONT" ? "F" : "B");
      return { provider: PROVIDER, values: code && isThisSide ? valuesOf(said, code.clarity) : [] };
    },
  };
}
