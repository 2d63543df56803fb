/** What an application froze when it was submitted: the applicant as lenders may see them, and the price shown. */
import { maskIdentityNumber, maskName, maskPhone } from "../../kernel/crypto/index.js";
import type { FrozenApplicant } from "../../modules/applications/index.js";
import { quoteOf } from "../../modules/catalog/index.js";
import type { Times } from "./times.js";
import type { Wish } from "./wishes.js";

/** Completed months between two days. */
function monthsBetween(from: string, to: string): number {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
  return Math.max(0, to.slice(8) < from.slice(8) ? months - 1 : months);
}

export function applicantOf({ member: { person }, submittedAt, place }: Wish, times: Times): FrozenApplicant {
  const takenOn = times.dayOf(submittedAt);
  return {
    nameMasked: maskName(person.name),
    phoneMasked: maskPhone(person.phone),
    identityNumberMasked: maskIdentityNumber(person.identityNumber),
    employer: `${person.employer.slice(0, 2)}***`,
    age: Math.floor(monthsBetween(person.birthOn, takenOn) / 12),
    sex: person.sex,
    province: person.province,
    city: person.city,
    employment: person.employment,
    monthlyIncome: person.monthlyIncome.toString(),
    monthlyDebtPayment: person.monthlyDebtPayment.toString(),
    employedSince: person.employedSince,
    employedMonths: monthsBetween(person.employedSince, takenOn),
    education: person.education,
    housing: person.housing,
    isIdentityVerified: true,
    otherOpenApplicationCount: place,
    takenOn,
  };
}

/** The figures a borrower is shown before submitting, at the dearest rate: the same function as everywhere. */
export function quotedOf({ offering, amount, termCount, method, submittedAt }: Wish, times: Times) {
  const quote = quoteOf(offering.version, { amount, termCount, method, startOn: times.dayOf(submittedAt) });
  return {
    quotedAnnualRate: quote.annualRate,
    quotedAnnualCost: quote.annualCost.primary,
    quotedFirstPayment: quote.firstPayment,
    quotedTotalPayment: quote.totalPayment,
    termsHash: quote.termsHash,
  };
}
