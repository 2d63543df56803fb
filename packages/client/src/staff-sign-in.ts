import type { TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import type { Failure } from "./failure.ts";
import { toFailure } from "./failure.ts";

/** Each app has the api trust documents of its own; what is read of their answers stands here. */
export interface StaffSignInDocuments {
  readonly signIn: TypedDocumentNode<
    { readonly signIn: { readonly secondFactor: { readonly challengeId: string } | null } },
    { input: { login: string; password: string } }
  >;
  readonly verifySecondFactor: TypedDocumentNode<unknown, { input: { challengeId: string; code: string } }>;
  readonly signInAsDemo: TypedDocumentNode<unknown, { input: { key: string } }>;
}

/** The way in for staff. Every attempt resolves to null, or to why it was refused. */
export interface StaffSignIn {
  /** The password was right: the code of the second factor is wanted now. */
  readonly isCodeWanted: boolean;
  enterPassword(login: string, password: string): Promise<Failure | null>;
  enterCode(code: string): Promise<Failure | null>;
  enterAsDemo(key: string): Promise<Failure | null>;
  /** Begins again with the password. */
  goBack(): void;
}

const answered = <Answer>(asked: Promise<Answer>, goOn: (answer: Answer) => void): Promise<Failure | null> =>
  asked.then((answer) => {
    goOn(answer);
    return null;
  }, toFailure);

/** Password, then the code of a second factor where the account has one; `onSignedIn` is called once the api knows who it is. */
export function useStaffSignIn(documents: StaffSignInDocuments, onSignedIn: () => void): StaffSignIn {
  const client = useApolloClient();
  const [challengeId, setChallengeId] = useState<string | null>(null);
  return {
    isCodeWanted: challengeId !== null,
    enterPassword(login, password) {
      const variables = { input: { login: login.trim(), password } };
      return answered(client.mutate({ mutation: documents.signIn, variables }), ({ data }) => {
        const next = data?.signIn.secondFactor?.challengeId;
        if (next) setChallengeId(next);
        else onSignedIn();
      });
    },
    enterCode(code) {
      const variables = { input: { challengeId: challengeId ?? "", code } };
      return answered(client.mutate({ mutation: documents.verifySecondFactor, variables }), onSignedIn);
    },
    enterAsDemo(key) {
      return answered(client.mutate({ mutation: documents.signInAsDemo, variables: { input: { key } } }), onSignedIn);
    },
    goBack: () => setChallengeId(null),
  };
}
