import type { CreditFile } from "./index.js";

const yuan = (amount: number) => `${amount}00`;

function file(
  score: number,
  [openLoanCount, outstanding, monthly]: readonly [number, number, number],
  worstDaysPastDue12Months: number,
  hardQueries90Days: number,
  historyMonths: number,
): CreditFile {
  return {
    score,
    openLoanCount,
    totalOutstandingFen: yuan(outstanding),
    monthlyObligationFen: yuan(monthly),
    worstDaysPastDue12Months,
    hardQueries90Days,
    historyMonths,
  };
}

/** Files of the invented people, by identity number; the README says who they are. */
export const personaFiles: Readonly<Record<string, CreditFile>> = {
  "110105199103070022": file(742, [1, 18_000, 900], 0, 1, 86),
  "320102198509151012": file(668, [2, 64_000, 2_900], 3, 2, 120),
  "310115198806212045": file(605, [6, 286_000, 13_800], 12, 4, 94),
  "440301199301183038": file(438, [4, 92_000, 6_400], 78, 5, 52),
  "330106200108254069": file(588, [0, 0, 0], 0, 0, 0),
  "510104197905125071": file(701, [3, 150_000, 5_200], 0, 3, 168),
  "420106199602146086": file(631, [2, 37_000, 2_100], 0, 9, 44),
  "370102199009308013": file(806, [1, 420_000, 3_100], 0, 0, 132),
};
