import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useEffect, useState } from "react";
import type { CodePurpose, RequestCodeMutation } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";

const RequestCodeDocument = graphql(`
  mutation RequestCode($input: RequestCodeInput!) {
    requestCode(input: $input) {
      challengeId
      expiresAt
      resendAfterSeconds
      phoneMasked
    }
  }
`);

export interface Code {
  readonly challenge: RequestCodeMutation["requestCode"] | null;
  readonly isSending: boolean;
  /** Seconds until another code may be asked for. */
  readonly cooling: number;
  readonly send: (phone: string) => Promise<void>;
  readonly forget: () => void;
}

function useCountdown(): [number, (seconds: number) => void] {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return;
    const timer = setTimeout(() => setLeft(left - 1), 1_000);
    return () => clearTimeout(timer);
  }, [left]);
  return [left, setLeft];
}

/** A code by SMS for one purpose; another one can be asked for once the cool-down is over. Throws what was refused. */
export function useCode(purpose: CodePurpose): Code {
  const [request, { loading }] = useMutation(RequestCodeDocument);
  const [challenge, setChallenge] = useState<Code["challenge"]>(null);
  const [cooling, setCooling] = useCountdown();
  return {
    challenge,
    isSending: loading,
    cooling,
    async send(phone) {
      try {
        const { data } = await request({ variables: { input: { phone, purpose } } });
        if (!data) return;
        setChallenge(data.requestCode);
        setCooling(data.requestCode.resendAfterSeconds);
      } catch (error) {
        const { seconds } = toFailure(error).params;
        if (typeof seconds === "number") setCooling(seconds);
        throw error;
      }
    },
    forget: () => setChallenge(null),
  };
}
