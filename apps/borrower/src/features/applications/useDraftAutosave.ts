import { useApolloClient } from "@apollo/client/react";
import type { SaveDraftInput } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import type { DraftDevice } from "../../lib/unsent/unsent-drafts.ts";
import type { Autosave } from "../../lib/unsent/useAutosave.ts";
import { useAutosave } from "../../lib/unsent/useAutosave.ts";

graphql(`
  fragment WizardDraft_draft on ApplicationDraft {
    id
    version
    isSubmitted
    currentStep
    updatedAt
    expiresAt
    ...NeedStep_draft @unmask
    ...DocumentsStep_draft @unmask
    ...ConsentsStep_draft @unmask
    ...ReviewStep_draft @unmask
  }
`);

const SaveDraftDocument = graphql(`
  mutation SaveDraft($input: SaveDraftInput!) {
    saveDraft(input: $input) {
      id
      ...WizardDraft_draft @unmask
    }
  }
`);

export type DraftEdits = Omit<SaveDraftInput, "draftId" | "version">;
export type DraftAutosave = Autosave<DraftEdits>;

/** Keeps a draft of an application on the server while it is filled in. */
export function useDraftAutosave(
  draft: { readonly id: string; readonly version: number },
  reload: () => Promise<unknown>,
  wait?: number,
  device?: DraftDevice<DraftEdits> | null,
): DraftAutosave {
  const client = useApolloClient();
  const save = async (sent: DraftEdits, version: number) => {
    const input = { draftId: draft.id, version, ...sent };
    const { data } = await client.mutate({ mutation: SaveDraftDocument, variables: { input } });
    if (!data) throw new TypeError("no answer");
    return data.saveDraft.version;
  };
  return useAutosave({ version: draft.version, save, reload, wait, device });
}
