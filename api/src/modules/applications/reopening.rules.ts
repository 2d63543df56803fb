/** Which ended applications can be begun anew, and what is no longer as it was. */
import { formatRate, groupYuan } from "@daichao/finance";
import type { ApplicationState } from "./application.states.js";

export interface Words {
  readonly zh: string;
  readonly en: string;
}

const REOPENABLE: readonly ApplicationState[] = ["REJECTED", "WITHDRAWN", "EXPIRED", "CANCELLED"];

/** An end without a loan; whatever is still under way, or became a loan, is not copied. */
export const isReopenable = (state: ApplicationState): boolean => REOPENABLE.includes(state);

export interface ComparedVersion {
  readonly versionId: string;
  readonly amountMin: bigint;
  readonly amountMax: bigint;
  /** Parts per million a year. */
  readonly rateMin: number;
  readonly rateMax: number;
  readonly termOptions: readonly number[];
  readonly repaymentMethods: readonly string[];
  readonly fees: readonly {
    readonly code: string;
    readonly name: string;
    readonly amount?: bigint | null;
    readonly rate?: number | null;
  }[];
}

export interface AskedThen {
  readonly amount: bigint;
  readonly termCount: number;
  readonly method: string;
}

const percent = (ppm: number): string => {
  const [whole = "0", rest = "000000"] = formatRate(ppm).split(".");
  return `${Number(`${whole}${rest.slice(0, 2)}`)}.${rest.slice(2, 4)}%`;
};
const feeText = ({ fees }: ComparedVersion): string =>
  fees
    .map(({ code, amount, rate }) => `${code}:${amount ?? ""}:${rate ?? ""}`)
    .sort()
    .join();

/** What a borrower should know before asking again: the product's terms that moved, and wishes they no longer fit. */
export function changesSince(then: ComparedVersion, now: ComparedVersion, asked: AskedThen): Words[] {
  const changes: Words[] = [];
  const range = (version: ComparedVersion) => `${percent(version.rateMin)}–${percent(version.rateMax)}`;
  if (then.rateMin !== now.rateMin || then.rateMax !== now.rateMax)
    changes.push({
      zh: `年利率范围由 ${range(then)} 改为 ${range(now)}`,
      en: `The rate range went from ${range(then)} to ${range(now)}`,
    });
  if (feeText(then) !== feeText(now)) {
    const names = now.fees.map(({ name }) => name).join("、");
    changes.push({
      zh: names ? `收费项目有变化，现为：${names}` : "不再收取任何费用",
      en: names ? `The fees changed; now: ${names}` : "There are no fees any more",
    });
  }
  if (asked.amount < now.amountMin || asked.amount > now.amountMax) {
    const [min, max] = [groupYuan(now.amountMin), groupYuan(now.amountMax)];
    changes.push({ zh: `可借金额现为 ${min} 至 ${max} 元`, en: `It now lends ${min} to ${max} yuan` });
  }
  if (!now.termOptions.includes(asked.termCount))
    changes.push({
      zh: `不再提供 ${asked.termCount} 个月的期限，可选：${now.termOptions.join("、")} 个月`,
      en: `${asked.termCount} months are not offered any more; terms: ${now.termOptions.join(", ")}`,
    });
  if (!now.repaymentMethods.includes(asked.method))
    changes.push({ zh: "原来的还款方式不再提供", en: "The repayment method is not offered any more" });
  return changes;
}
