import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useEffect, useState } from "react";
import type { RequestSigningCodeMutation } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";

const RequestSigningCodeDocument = graphql(`
  mutation RequestSigningCode($input: RequestSigningCodeInput!) {
    requestSigningCode(input: $input) {
      challengeId
      expiresAt
      phoneMasked
      resendAfterSeconds
    }
  }
`);

export interface SigningCode {
  readonly challenge: RequestSigningCodeMutation["requestSigningCode"] | null;
  readonly isSending: boolean;
  /** Seconds until another code may be asked for. */
  readonly cooling: number;
  /** Throws what was refused. */
  readonly send: () => Promise<void>;
}

/** The code that signs one application's contract, and nothing else. */
export function useSigningCode(applicationId: string): SigningCode {
  const [request, { loading }] = useMutation(RequestSigningCodeDocument);
  const [challenge, setChallenge] = useState<SigningCode["challenge"]>(null);
  const [cooling, setCooling] = useState(0);
  useEffect(() => {
    if (cooling <= 0) return;
    const timer = setTimeout(() => setCooling(cooling - 1), 1_000);
    return () => clearTimeout(timer);
  }, [cooling]);
  return {
    challenge,
    isSending: loading,
    cooling,
    async send() {
      try {
        const { data } = await request({ variables: { input: { applicationId } } });
        if (!data) return;
        setChallenge(data.requestSigningCode);
        setCooling(data.requestSigningCode.resendAfterSeconds);
      } catch (error) {
        const { seconds } = toFailure(error).params;
        if (typeof seconds === "number") setCooling(seconds);
        throw error;
      }
    },
  };
}
