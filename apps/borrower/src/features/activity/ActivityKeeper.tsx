import { useApolloClient } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { useToast } from "@daichao/ui/light";
import { useEffect, useRef } from "react";
import { graphql } from "../../gql/index.ts";
import { takeActivity } from "../../lib/activity.ts";
import { useSession } from "../../lib/session.tsx";
import { ActivityAsk } from "./ActivityAsk.tsx";
import { restActivity } from "./activity-rest.ts";
import type { BatchAnswer } from "./recorder.ts";
import { createRecorder } from "./recorder.ts";
import { useActivityChoice } from "./useActivityChoice.ts";

const RecordActivityDocument = graphql(`
  mutation RecordActivity($input: RecordActivityInput!) {
    recordActivity(input: $input) {
      recordedCount
    }
  }
`);

const WITHOUT_TIME_MS = 60_000;

/** What a refused batch means for those that follow. */
export function answerTo(error: unknown): BatchAnswer {
  const { code, params, retryable } = toFailure(error);
  if (code === "ACTIVITY_TOO_MANY" || code === "THROTTLED") {
    const seconds = typeof params.seconds === "number" ? params.seconds : 0;
    return { waitMs: seconds > 0 ? seconds * 1_000 : WITHOUT_TIME_MS };
  }
  // No answer at all may be answered the next time; any other refusal will not change its mind.
  return retryable ? { waitMs: WITHOUT_TIME_MS } : "refused";
}

/** Sends what pages note while the person has agreed, drops it once they said no, and asks while they have not chosen. */
export function ActivityKeeper() {
  const client = useApolloClient();
  const { isKnown, isSignedIn } = useSession();
  const { choice, isOpen, isQuiet, visitorId, isSaving, failure, choose } = useActivityChoice();
  const toast = useToast();
  const sentence = useFailureText();
  const told = useRef<(failure: Failure, waitMs: number) => void>(() => {});
  told.current = (failure, waitMs) => {
    const message = sentence(failure);
    if (restActivity(message, waitMs)) toast({ message, family: "neutral" });
  };
  const isAllowed = choice?.state === "ALLOWED";
  const isRefused = isQuiet || choice?.state === "REFUSED";
  useEffect(() => {
    if (isRefused) takeActivity(() => {});
    if (!isAllowed) return () => takeActivity(null);
    const recorder = createRecorder({
      send: async (events) => {
        const input = { events: [...events], visitorId: isSignedIn ? undefined : visitorId };
        try {
          // Kept alive: the last batch leaves with the page.
          await client.mutate({
            mutation: RecordActivityDocument,
            variables: { input },
            context: { fetchOptions: { keepalive: true } },
            fetchPolicy: "no-cache",
          });
          return "recorded";
        } catch (error) {
          const answer = answerTo(error);
          const failure = toFailure(error);
          if (typeof answer === "object" && failure.code === "ACTIVITY_TOO_MANY") told.current(failure, answer.waitMs);
          return answer;
        }
      },
    });
    takeActivity(recorder.note);
    const leave = (): void => {
      if (document.visibilityState === "hidden") recorder.flush();
    };
    document.addEventListener("visibilitychange", leave);
    addEventListener("pagehide", recorder.flush);
    return () => {
      takeActivity(null);
      document.removeEventListener("visibilitychange", leave);
      removeEventListener("pagehide", recorder.flush);
      recorder.flush();
    };
  }, [client, isAllowed, isRefused, isSignedIn, visitorId]);
  if (!isKnown || !isOpen || choice === undefined) return null;
  return (
    <ActivityAsk
      text={choice.text}
      isSignedIn={isSignedIn}
      isSaving={isSaving}
      hasFailed={failure !== null}
      onChoose={(answer) => void choose(answer)}
    />
  );
}
