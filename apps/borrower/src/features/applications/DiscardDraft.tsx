import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useFailureText } from "@daichao/ui/i18n";
import { Button, Dialog, useToast } from "@daichao/ui/light";
import { useState } from "react";
import { graphql } from "../../gql/index.ts";
import { useT } from "../../lib/texts.ts";

const DiscardDraftDocument = graphql(`
  mutation DiscardDraft($input: DiscardDraftInput!) {
    discardDraft(input: $input)
  }
`);

/** Throws a draft away after asking once more. */
export function DiscardDraft({ draftId, onDiscarded }: { draftId: string; onDiscarded: () => void }) {
  const t = useT();
  const toast = useToast();
  const sentence = useFailureText();
  const [isAsking, setAsking] = useState(false);
  const [discard, { loading }] = useMutation(DiscardDraftDocument, {
    update(cache, { data }) {
      if (!data) return;
      // No list shows it any more, and the form over it is closed: nothing asks for what is gone.
      const id = cache.identify({ __typename: "ApplicationDraft", id: data.discardDraft });
      cache.modify({ id, fields: { isSubmitted: () => true } });
    },
  });
  const leave = async () => {
    try {
      await discard({ variables: { input: { draftId } } });
      toast({ message: t("apply.discarded"), family: "success" });
      onDiscarded();
    } catch (error) {
      toast({ message: sentence(toFailure(error)), family: "error" });
      setAsking(false);
    }
  };
  return (
    <>
      <Button variant="quiet" size="small" onClick={() => setAsking(true)}>
        {t("apply.discard")}
      </Button>
      <Dialog
        open={isAsking}
        onClose={() => setAsking(false)}
        title={t("apply.discardTitle")}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t("action.cancel")}</Button>
            <Button variant="danger" loading={loading} onClick={() => void leave()}>
              {t("apply.discard")}
            </Button>
          </>
        }
      >
        <p>{t("apply.discardText")}</p>
      </Dialog>
    </>
  );
}
