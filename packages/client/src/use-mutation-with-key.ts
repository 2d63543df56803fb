import type { ApolloClient, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import type { DocumentNode } from "graphql";
import { useRef, useState } from "react";
import type { Failure } from "./failure.ts";
import { toFailure } from "./failure.ts";
import { createIntent } from "./idempotency.ts";

interface KeyedVariables {
  readonly input: { readonly idempotencyKey: string };
}

interface Outcome<Data> {
  readonly data: Data | null;
  readonly failure: Failure | null;
  readonly isSubmitting: boolean;
}

export interface KeyedMutation<Input, Data> extends Outcome<Data> {
  /** Resolves to the data, or to null when it was refused: then `failure` says why. */
  submit(input: Omit<Input, "idempotencyKey">): Promise<Data | null>;
  reset(): void;
}

type Options = Omit<ApolloClient.MutateOptions, "mutation" | "variables" | "errorPolicy" | "optimisticResponse">;

const idle = { data: null, failure: null, isSubmitting: false };

// Without a final word of the api the thing may have happened: the next try must carry the same key.
function isFinal(failure: Failure): boolean {
  return !failure.retryable && failure.kind !== "network" && failure.kind !== "internal";
}

/**
 * A mutation that moves money or submits something. A second click while the first is under way joins it; a second try
 * after a lost answer carries the same key, so the api does the thing once.
 */
export function useMutationWithKey<Data, Variables extends KeyedVariables>(
  mutation: TypedDocumentNode<Data, Variables>,
  options?: Options,
): KeyedMutation<Variables["input"], Data> {
  const client = useApolloClient();
  const [intent] = useState(() => createIntent());
  const underway = useRef<Promise<Data | null> | null>(null);
  const [outcome, setOutcome] = useState<Outcome<Data>>(idle);

  async function run(input: Omit<Variables["input"], "idempotencyKey">): Promise<Data | null> {
    setOutcome({ ...idle, isSubmitting: true });
    const document: DocumentNode = mutation;
    const variables = { input: { ...input, idempotencyKey: intent.keyFor(input) } };
    try {
      const result = await client.mutate({ ...options, mutation: document, variables });
      intent.settle();
      const data = (result.data ?? null) as Data | null;
      setOutcome({ ...idle, data });
      return data;
    } catch (error) {
      const failure = toFailure(error);
      if (isFinal(failure)) intent.settle();
      setOutcome({ ...idle, failure });
      return null;
    }
  }

  return {
    ...outcome,
    submit(input) {
      underway.current ??= run(input).finally(() => {
        underway.current = null;
      });
      return underway.current;
    },
    reset() {
      intent.settle();
      setOutcome(idle);
    },
  };
}
