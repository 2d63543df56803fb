import { useCallback } from "react";
import { useSearchParams } from "react-router";

export type ParamChange = Readonly<Record<string, string | null>>;

/** The same parameters with some set and, where null or empty, taken away. */
export function withParams(params: URLSearchParams, change: ParamChange): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === "") next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** The address's parameters, and a way to change some of them without a new entry in the history. */
export function useUrlParams(): [URLSearchParams, (change: ParamChange) => void] {
  const [params, setParams] = useSearchParams();
  const change = useCallback(
    (wanted: ParamChange) =>
      setParams((present) => withParams(present, wanted), { replace: true, preventScrollReset: true }),
    [setParams],
  );
  return [params, change];
}
