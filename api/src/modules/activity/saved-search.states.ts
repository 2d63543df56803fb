/** What a change of the shelf was to somebody who waits for it. */
export const ProductAlertKind = { NEW_MATCH: "NEW_MATCH", COST_FELL: "COST_FELL" } as const;
export type ProductAlertKind = (typeof ProductAlertKind)[keyof typeof ProductAlertKind];
