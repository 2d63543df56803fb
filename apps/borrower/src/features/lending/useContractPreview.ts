import { useMutation } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { toFailure } from "@daichao/client";
import { useCallback, useEffect, useState } from "react";
import type { PreviewContractMutation } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";

const PreviewContractDocument = graphql(`
  mutation PreviewContract($input: PreviewContractInput!) {
    previewContract(input: $input) {
      ...ContractText_preview @unmask
    }
  }
`);

export interface ShownContract {
  readonly preview: PreviewContractMutation["previewContract"] | null;
  readonly failure: Failure | null;
  /** Opens it again, after a refusal or when a word of it changed. */
  readonly reopen: () => void;
}

/** The contract's text for one sheet and card. That it was shown is kept: nothing else can be signed. */
export function useContractPreview(disclosureId: string | null, bankCardId: string | null): ShownContract {
  const [ask] = useMutation(PreviewContractDocument);
  const [shown, setShown] = useState<Omit<ShownContract, "reopen">>({ preview: null, failure: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (disclosureId === null) return;
    let isWanted = true;
    const tell = (next: Omit<ShownContract, "reopen">) => {
      if (isWanted) setShown(next);
    };
    ask({ variables: { input: { disclosureId, bankCardId } } }).then(
      ({ data }) => tell({ preview: data?.previewContract ?? null, failure: null }),
      (error: unknown) => tell({ preview: null, failure: toFailure(error) }),
    );
    return () => {
      isWanted = false;
    };
  }, [ask, disclosureId, bankCardId, round]);
  const reopen = useCallback(() => setRound((last) => last + 1), []);
  return { ...shown, reopen };
}
