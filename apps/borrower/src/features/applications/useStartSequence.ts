import type { KeyedMutation } from "@daichao/client";
import { useMutationWithKey } from "@daichao/client";
import type { StartSequenceInput, StartSequenceMutation } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";

const StartSequenceDocument = graphql(`
  mutation StartSequence($input: StartSequenceInput!) {
    startSequence(input: $input) {
      id
      ...SequenceCard_sequence @unmask
    }
  }
`);

export const ResumeSequenceDocument = graphql(`
  mutation ResumeSequence($input: ResumeSequenceInput!) {
    resumeSequence(input: $input) {
      id
      ...SequenceCard_sequence @unmask
    }
  }
`);

/** Begins to ask lenders one after another: pressing twice is beginning once. */
export function useStartSequence(): KeyedMutation<StartSequenceInput, StartSequenceMutation> {
  return useMutationWithKey(StartSequenceDocument);
}
