import { useDaichaoClient, useHeldPage } from "@daichao/client";
import { SessionEnded } from "@daichao/ui/light";
import { SignInSteps } from "@daichao/ui/staff-entry";
import { useSignIn } from "../../features/identity/useSignIn.ts";
import { useSamePerson } from "../../lib/session.ts";

/** When the session ends under a page: signing in again over it, and everything goes on as it was. */
export function SignInAgain() {
  const client = useDaichaoClient();
  const isHeld = useHeldPage(useSamePerson());
  const steps = useSignIn(() => {
    steps.goBack();
    void client.signedIn();
  });
  if (!isHeld) return null;
  return (
    <SessionEnded onLeave={() => location.assign("/admin/auth")}>
      <SignInSteps steps={steps} />
    </SessionEnded>
  );
}
