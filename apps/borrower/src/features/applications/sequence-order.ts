/** The order with one of its ids moved; at an end it stays where it is. */
export function moved(order: readonly string[], at: number, by: number): string[] {
  const to = at + by;
  const [taken] = order.slice(at, at + 1);
  if (taken === undefined || to < 0 || to >= order.length) return [...order];
  const rest = order.filter((_, index) => index !== at);
  return [...rest.slice(0, to), taken, ...rest.slice(to)];
}
