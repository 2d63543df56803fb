function keepEnds(text: string, head: number, tail: number): string {
  if (text.length <= head + tail) return "*".repeat(text.length);
  return `${text.slice(0, head)}${"*".repeat(text.length - head - tail)}${tail === 0 ? "" : text.slice(-tail)}`;
}

/** "138****5678" */
export const maskPhone = (phone: string): string => keepEnds(phone, 3, 4);

/** "张*": the family name stays. */
export const maskName = (name: string): string => keepEnds(name, 1, 0);

/** The first three and last four of an identity number. */
export const maskIdentityNumber = (number: string): string => keepEnds(number, 3, 4);

/** "**** **** **** 1234": only the last four of a bank card. */
export const maskCard = (number: string): string => `**** **** **** ${number.slice(-4)}`;
