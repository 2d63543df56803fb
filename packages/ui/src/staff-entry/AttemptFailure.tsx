import type { SpokenFailure } from "../i18n/use-failure-text.ts";
import { useFailureText } from "../i18n/use-failure-text.ts";
import styles from "./SignIn.module.css";

/** Why somebody was not let in, read out as soon as it is known. */
export function AttemptFailure({ failure }: { failure: SpokenFailure | null }) {
  const say = useFailureText();
  if (failure === null) return null;
  return (
    <p role="alert" className={styles.failure}>
      {say(failure)}
    </p>
  );
}
