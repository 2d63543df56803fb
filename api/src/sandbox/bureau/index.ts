/** The sandbox bureau: the same number always has the same file. */
import { createHash } from "node:crypto";
import { type Answer, type Ask, type Listening, listen } from "../http.js";
import { personaFiles } from "./personas.js";

export interface CreditFile {
  readonly score: number;
  readonly openLoanCount: number;
  readonly totalOutstandingFen: string;
  readonly monthlyObligationFen: string;
  readonly worstDaysPastDue12Months: number;
  readonly hardQueries90Days: number;
  readonly historyMonths: number;
}

/** Digits 15 to 17 of the identity number that steer the bureau. */
export const BureauMagic = { SLOW: "903", DOWN: "905", BAD_FILE: "907", NO_FILE: "909" } as const;

const SLOW_MS = 8_000;

const badFile: CreditFile = {
  score: 412,
  openLoanCount: 7,
  totalOutstandingFen: "38600000",
  monthlyObligationFen: "1850000",
  worstDaysPastDue12Months: 92,
  hardQueries90Days: 11,
  historyMonths: 40,
};
const noFile: CreditFile = {
  score: 550,
  openLoanCount: 0,
  totalOutstandingFen: "0",
  monthlyObligationFen: "0",
  worstDaysPastDue12Months: 0,
  hardQueries90Days: 0,
  historyMonths: 0,
};

/** A file drawn from the number's hash: mostly sound, some of it stretched, a little of it late. */
export function fileOf(identityNumber: string): CreditFile {
  const planted = personaFiles[identityNumber];
  if (planted) return planted;
  const sequence = identityNumber.slice(14, 17);
  if (sequence === BureauMagic.BAD_FILE) return badFile;
  if (sequence === BureauMagic.NO_FILE) return noFile;
  const bytes = createHash("sha256").update(identityNumber).digest();
  const draw = (at: number, from: number, to: number) => from + (bytes.readUInt16BE(at) % (to - from + 1));
  const isLate = draw(0, 1, 100) <= 12;
  const openLoanCount = draw(2, 0, 4);
  const outstandingYuan = openLoanCount * draw(4, 3_000, 45_000);
  return {
    score: isLate ? draw(6, 430, 590) : draw(6, 600, 820),
    openLoanCount,
    totalOutstandingFen: `${outstandingYuan}00`,
    monthlyObligationFen: `${Math.floor(outstandingYuan / draw(8, 14, 34))}00`,
    worstDaysPastDue12Months: isLate ? draw(10, 5, 75) : 0,
    hardQueries90Days: draw(12, 0, 5),
    historyMonths: draw(14, 8, 160),
  };
}

const isText = (value: unknown): value is string =>
  typeof value === "string" && value.length > 0 && value.length <= 200;

async function respond({ method, path, body }: Ask): Promise<Answer> {
  if (method !== "POST" || path !== "/reports") return { status: 404, body: { error: "not found" } };
  const { identityNumber, name, consentHash, key } = (body ?? {}) as Record<string, unknown>;
  if (!isText(identityNumber) || !isText(name) || !isText(key)) return { status: 400, body: { error: "malformed" } };
  // Without written consent to this purpose the bureau may not answer.
  if (!isText(consentHash) || !/^[0-9a-f]{64}$/.test(consentHash)) return { status: 403, body: { error: "consent" } };
  const sequence = identityNumber.slice(14, 17);
  if (sequence === BureauMagic.DOWN) return { status: 503 };
  const reference = `CB${createHash("sha256").update(key).digest("hex").slice(0, 16).toUpperCase()}`;
  const report = { provider: "沙箱征信", reference, ...fileOf(identityNumber) };
  return { status: 200, body: report, delayMs: sequence === BureauMagic.SLOW ? SLOW_MS : 0 };
}

export const startBureau = (port = 0): Promise<Listening> => listen(port, respond);
