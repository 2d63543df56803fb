import { SessionEnded } from "@daichao/ui/light";
import { PasswordSignIn } from "../../features/identity/PasswordSignIn.tsx";

/** Signing in again over the page; the form itself tells the client, and the page goes on. */
export function SignInAgain() {
  return (
    <SessionEnded onLeave={() => location.assign("/auth")}>
      <PasswordSignIn />
    </SessionEnded>
  );
}
