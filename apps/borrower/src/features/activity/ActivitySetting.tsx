import { Button, ErrorState, Instant, Skeleton, Tag, useToast } from "@daichao/ui/light";
import { useT } from "../../lib/texts.ts";
import styles from "./ActivityAsk.module.css";
import { ConsentWords } from "./ActivityAsk.tsx";
import { useActivityRest } from "./activity-rest.ts";
import { useActivityChoice } from "./useActivityChoice.ts";

/** The standing choice of an account: what it is, since when, how much is recorded, and the way to the other one. */
export function ActivitySetting() {
  const t = useT();
  const toast = useToast();
  const rest = useActivityRest();
  const { choice, isSaving, failure, retry, choose } = useActivityChoice();
  if (choice === undefined && failure !== null) return <ErrorState failure={failure} onRetry={retry} />;
  if (choice === undefined) return <Skeleton height={96} />;
  const isOn = choice.state === "ALLOWED";
  const set = async (isAllowed: boolean): Promise<void> => {
    const isSaved = await choose(isAllowed);
    if (!isSaved) toast({ message: t("activity.ask.failed"), family: "error" });
    else toast({ message: t(isAllowed ? "activity.onDone" : "activity.offDone"), family: "success" });
  };
  return (
    <>
      <div className={styles.line}>
        <p>
          <Tag family={isOn ? "success" : "neutral"}>{t(`activity.state.${choice.state}`)}</Tag>{" "}
          <span className={styles.quiet}>
            {choice.decidedAt !== null && (
              <>
                {t("activity.since")} <Instant at={choice.decidedAt} /> ·{" "}
              </>
            )}
            {t("activity.count", { count: choice.eventCount })}
          </span>
        </p>
        <div className={styles.line}>
          {!isOn && (
            <Button size="small" loading={isSaving} onClick={() => void set(true)}>
              {t("activity.on")}
            </Button>
          )}
          {choice.state !== "REFUSED" && (
            <Button size="small" loading={isSaving} onClick={() => void set(false)}>
              {t(isOn ? "activity.off" : "activity.ask.no")}
            </Button>
          )}
        </div>
      </div>
      {rest !== null && (
        <p className={styles.quiet} role="status">
          {rest}
        </p>
      )}
      <ConsentWords text={choice.text} />
    </>
  );
}
