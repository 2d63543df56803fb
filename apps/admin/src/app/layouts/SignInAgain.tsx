import { useDaichaoClient, useHeldPage } from "@daichao/client";
import { SessionEnded } from "@daichao/ui/light";
import { useState } from "react";
import { SecondFactorForm } from "../../features/identity/SecondFactorForm.tsx";
import { SignInForm } from "../../features/identity/SignInForm.tsx";
import { useSamePerson } from "../../lib/session.ts";

/** When the session ends under a page: signing in again over it, and everything goes on as it was. */
export function SignInAgain() {
  const client = useDaichaoClient();
  const isHeld = useHeldPage(useSamePerson());
  const [challengeId, setChallengeId] = useState<string | null>(null);
  if (!isHeld) return null;
  const signedIn = () => {
    setChallengeId(null);
    void client.signedIn();
  };
  return (
    <SessionEnded onLeave={() => location.assign("/admin/auth")}>
      {challengeId === null ? (
        <SignInForm onSignedIn={signedIn} onSecondFactor={setChallengeId} />
      ) : (
        <SecondFactorForm challengeId={challengeId} onSignedIn={signedIn} onBack={() => setChallengeId(null)} />
      )}
    </SessionEnded>
  );
}
