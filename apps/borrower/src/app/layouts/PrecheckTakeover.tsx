import { Suspense } from "react";
import { lazyPart } from "../../lib/lazy-part.ts";
import { usePrecheckToken } from "../../lib/precheck.ts";
import { useSession } from "../../lib/session.tsx";
import { matchingTexts } from "../../lib/texts.ts";

const PrecheckClaim = lazyPart(
  async () => (await import("../../features/recommendations/PrecheckClaim.tsx")).PrecheckClaim,
  matchingTexts,
);

/** Wherever somebody lands after signing in, what they answered before comes along. */
export function PrecheckTakeover() {
  const { isSignedIn } = useSession();
  const token = usePrecheckToken();
  if (!isSignedIn || token === null) return null;
  return (
    <Suspense fallback={null}>
      <PrecheckClaim token={token} />
    </Suspense>
  );
}
