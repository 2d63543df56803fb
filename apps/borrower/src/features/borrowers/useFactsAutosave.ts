import { useApolloClient } from "@apollo/client/react";
import { useEffect, useMemo, useRef } from "react";
import type { ProfileForm_BorrowerFragment } from "../../gql/graphql.ts";
import { SaveProfileDocument } from "../../gql/graphql.ts";
import { deviceOf } from "../../lib/unsent/this-device.ts";
import type { DraftDevice } from "../../lib/unsent/unsent-drafts.ts";
import type { Autosave } from "../../lib/unsent/useAutosave.ts";
import { useAutosave } from "../../lib/unsent/useAutosave.ts";
import type { ProfileDraft, ProfileField } from "./profile-draft.ts";
import { saidOf } from "./profile-draft.ts";

export type FactEdits = Partial<ProfileDraft>;
export type FactsAutosave = Autosave<FactEdits>;

/** A word takes longer to write than an amount: half an answer is not to become a fact. */
const wait = 1_500;

/** This browser's place for what a person said of themselves and could not send. */
export function useFactsDevice(personId: string): DraftDevice<FactEdits> {
  return useMemo(() => deviceOf<FactEdits>(personId, "profile"), [personId]);
}

type Profile = ProfileForm_BorrowerFragment["profile"];

const saidAt = (profile: Profile, field: string): string | undefined =>
  profile?.facts.find((fact) => fact.field === field)?.recordedAt;

/** Of what was changed here, the facts that were said anew elsewhere since. */
export function clashingFields(edits: FactEdits, before: Profile, now: Profile): readonly ProfileField[] {
  const fields = Object.keys(edits) as ProfileField[];
  return fields.filter((field) => saidAt(before, field) !== saidAt(now, field));
}

/**
 * Keeps facts about oneself with the server as they are written; without network they wait, sealed, on this device.
 * Where another place said other facts meanwhile both count; where it said the same ones, the borrower chooses.
 */
export function useFactsAutosave(
  profile: Profile,
  reload: () => Promise<unknown>,
  device: DraftDevice<FactEdits> | null,
): FactsAutosave {
  const client = useApolloClient();
  const save = async (sent: FactEdits, version: number) => {
    const input = { version, ...saidOf(sent) };
    const { data } = await client.mutate({ mutation: SaveProfileDocument, variables: { input } });
    if (!data) throw new TypeError("no answer");
    return data.saveProfile.profile?.version ?? version;
  };
  const facts = useAutosave({ version: profile?.version ?? 0, save, reload, wait, device });
  const before = useRef(profile);
  if (facts.state === "saved") before.current = profile;
  const isOther = facts.state === "conflict" && clashingFields(facts.edits, before.current, profile).length === 0;
  const { keepMine } = facts;
  const keep = useRef(keepMine);
  keep.current = keepMine;
  useEffect(() => {
    if (isOther) void keep.current();
  }, [isOther]);
  return isOther ? { ...facts, state: "saving" } : facts;
}
