/** Yuan with two decimals, as text: "12000.00". Never a JavaScript number. */
export type Money = string;
/** Share of one per year with six decimals, as text: "0.156000" is 15.6 %. */
export type Rate = string;
/** A calendar day in Asia/Shanghai: "2026-11-22". */
export type Day = string;
/** A moment in ISO 8601: "2026-11-22T06:05:00.000Z". */
export type Instant = string;
/** Opaque by contract. */
export type Id = string;
