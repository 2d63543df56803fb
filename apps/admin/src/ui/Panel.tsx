import type { Failure } from "@daichao/client";
import { ErrorState, Skeleton } from "@daichao/ui/light";
import type { ReactNode } from "react";

export interface PanelProps<Data> {
  data: Data | null | undefined;
  failure: Failure | null;
  onRetry: () => void;
  /** Height of the final thing in pixels, so that nothing moves when it arrives. */
  height: number;
  children: (data: Data) => ReactNode;
}

/** What was asked for: its shape while it comes, the failure with a retry, or the thing itself. */
export function Panel<Data>({ data, failure, onRetry, height, children }: PanelProps<Data>) {
  if (data !== null && data !== undefined) return children(data);
  if (failure !== null) return <ErrorState failure={failure} onRetry={onRetry} />;
  return <Skeleton height={height} />;
}
