/** What a loan takes from a month on average, fen rounded up: principal and every cost over the term. */
export const debtBurdenOf = (
  ask: { readonly amount: bigint; readonly termCount: number },
  cost: { readonly totalCost: bigint },
): bigint => {
  const months = BigInt(ask.termCount);
  return (ask.amount + cost.totalCost + months - 1n) / months;
};
