import { Anchor } from "@daichao/ui/light";
import { isSandbox } from "../../lib/sandbox.ts";
import { useSession } from "../../lib/session.tsx";
import { useT } from "../../lib/texts.ts";
import styles from "./Shell.module.css";
import { LaterActivity, LaterClock } from "./ShellLater.tsx";

/** What the platform is and is not, and where to check it. */
export function ShellFooter() {
  const t = useT();
  const { isSignedIn } = useSession();
  return (
    <div className={styles.footer}>
      <LaterActivity />
      <p>{t("footer.role")}</p>
      <p>{t("footer.warning")}</p>
      {isSandbox() && isSignedIn && <LaterClock />}
      <ul className={styles.links}>
        <li>
          <Anchor href="/calculator">{t("footer.calculator")}</Anchor>
        </li>
        <li>
          <Anchor href="/verify">{t("footer.verify")}</Anchor>
        </li>
        <li>
          <Anchor href="/promises">{t("footer.promises")}</Anchor>
        </li>
        {isSandbox() && (
          <li>
            <a href="/graphiql">{t("footer.developers")}</a>
          </li>
        )}
      </ul>
    </div>
  );
}
