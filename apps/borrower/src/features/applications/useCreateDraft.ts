import type { KeyedMutation } from "@daichao/client";
import { useMutationWithKey } from "@daichao/client";
import type { CreateDraftInput, CreateDraftMutation } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";

const CreateDraftDocument = graphql(`
  mutation CreateDraft($input: CreateDraftInput!) {
    createDraft(input: $input) {
      id
      ...WizardDraft_draft @unmask
    }
  }
`);

/** Opens a draft: asked again, it answers the same one. */
export function useCreateDraft(): KeyedMutation<CreateDraftInput, CreateDraftMutation> {
  return useMutationWithKey(CreateDraftDocument);
}
