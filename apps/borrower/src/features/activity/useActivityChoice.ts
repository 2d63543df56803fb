import { useMutation, useQuery } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { toFailure } from "@daichao/client";
import { useState } from "react";
import type { ActivityChoiceQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { useSession } from "../../lib/session.tsx";
import { keepVisitor, readVisitor, type VisitorChoice } from "./visitor.ts";

const ActivityChoiceDocument = graphql(`
  query ActivityChoice($visitorId: ID) {
    activityChoice(visitorId: $visitorId) {
      state
      decidedAt
      eventCount
      text {
        title
        paragraphs
        hash
      }
    }
  }
`);

const SetActivityChoiceDocument = graphql(`
  mutation SetActivityChoice($input: SetActivityChoiceInput!) {
    setActivityChoice(input: $input) {
      state
      decidedAt
      eventCount
      text {
        title
        paragraphs
        hash
      }
    }
  }
`);

export interface ActivityChoiceHandle {
  /** Undefined while it is not known. */
  readonly choice: ActivityChoiceQuery["activityChoice"] | undefined;
  /** Whether this person is to be asked. */
  readonly isOpen: boolean;
  /** A guest who said no: nothing is asked of the api. */
  readonly isQuiet: boolean;
  /** The number this browser goes by, where a guest said yes. */
  readonly visitorId: string | undefined;
  readonly isSaving: boolean;
  readonly failure: Failure | null;
  readonly retry: () => void;
  /** Answers whether it was saved. */
  readonly choose: (isAllowed: boolean) => Promise<boolean>;
}

/** What the person in front of this browser chose; a guest's "no" stays here and nothing is asked of the api for it. */
export function useActivityChoice(): ActivityChoiceHandle {
  const { isKnown, isSignedIn } = useSession();
  const [visitor, setVisitor] = useState<VisitorChoice | null>(readVisitor);
  const isQuietGuest = !isSignedIn && visitor?.isAllowed === false;
  const visitorId = visitor?.isAllowed ? visitor.visitorId : undefined;
  const { data, error, refetch } = useQuery(ActivityChoiceDocument, {
    variables: { visitorId },
    skip: !isKnown || isQuietGuest,
  });
  const [save, saving] = useMutation(SetActivityChoiceDocument, {
    update: (cache, { data: done }) => {
      if (!done) return;
      cache.writeQuery({
        query: ActivityChoiceDocument,
        variables: { visitorId },
        data: { activityChoice: done.setActivityChoice },
      });
    },
  });
  const remember = (choice: VisitorChoice | null): void => {
    keepVisitor(choice);
    setVisitor(choice);
  };

  async function choose(isAllowed: boolean): Promise<boolean> {
    // A guest who never said yes has left nothing to erase: the "no" is this browser's own affair.
    if (!isSignedIn && !isAllowed && visitorId === undefined) {
      remember({ isAllowed: false });
      return true;
    }
    const textHash = data?.activityChoice.text.hash;
    if (textHash === undefined) return false;
    const id = visitorId ?? (isSignedIn ? undefined : crypto.randomUUID());
    const saved = await save({ variables: { input: { isAllowed, textHash, visitorId: id } } }).catch(() => null);
    if (saved === null) return false;
    // An account's choice settles what this browser left before.
    if (isSignedIn) remember(null);
    else remember(isAllowed && id !== undefined ? { isAllowed: true, visitorId: id } : { isAllowed: false });
    return true;
  }

  // Until this drawing knows who is here the answer is not about them, even where another drawing has asked already.
  const choice = !isKnown || isQuietGuest ? undefined : data?.activityChoice;
  const failed = saving.error ?? error;
  return {
    choice,
    isOpen: choice?.state === "UNDECIDED",
    isQuiet: isQuietGuest,
    visitorId,
    isSaving: saving.loading,
    failure: failed === undefined ? null : toFailure(failed),
    retry: () => void refetch(),
    choose,
  };
}
