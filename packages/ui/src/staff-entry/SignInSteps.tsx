import { SecondFactorForm } from "./SecondFactorForm.tsx";
import { SignInForm } from "./SignInForm.tsx";
import type { AttemptOutcome } from "./use-attempt.ts";

/** Where somebody stands on the way in, and what they can do there. */
export interface EntrySteps {
  /** The password was right: the code of the second factor is wanted now. */
  readonly isCodeWanted: boolean;
  enterPassword(login: string, password: string): AttemptOutcome;
  enterCode(code: string): AttemptOutcome;
  goBack(): void;
}

/** Sign-in of staff: password, then the code of the second factor. */
export function SignInSteps({ steps }: { steps: EntrySteps }) {
  if (steps.isCodeWanted) return <SecondFactorForm onSubmit={steps.enterCode} onBack={steps.goBack} />;
  return <SignInForm onSubmit={steps.enterPassword} />;
}
