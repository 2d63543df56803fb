import type { Failure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { RequestId } from "@daichao/ui/light";
import { Notice } from "./Notice.tsx";

/** Why an act was refused; with the request's number where it was no refusal but a breakdown. */
export function FormFailure({ failure }: { failure: Failure | null }) {
  const sentence = useFailureText();
  if (failure === null) return null;
  const isBreakdown = failure.kind === "internal" || failure.kind === "unavailable";
  return (
    <Notice family="error" title={sentence(failure)} isUrgent>
      {isBreakdown && failure.requestId !== null && <RequestId id={failure.requestId} />}
    </Notice>
  );
}
