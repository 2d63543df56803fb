import { useMutation } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { useToast } from "@daichao/ui/light";
import { useEffect, useRef } from "react";
import { graphql } from "../../gql/index.ts";
import { keepPrecheck } from "../../lib/precheck.ts";
import { useT } from "../../lib/texts.ts";

const ClaimPrecheckDocument = graphql(`
  mutation ClaimPrecheck($input: ClaimPrecheckInput!) {
    claimPrecheck(input: $input) {
      fields
    }
  }
`);

/** Takes the pre-check of this browser over into the account that has just been signed in to. */
export function PrecheckClaim({ token }: { token: string }) {
  const t = useT();
  const toast = useToast();
  const [claim] = useMutation(ClaimPrecheckDocument);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    claim({ variables: { input: { token } } }).then(
      ({ data }) => {
        // From now on the profile knows: the browser need not.
        keepPrecheck(null);
        if (data && data.claimPrecheck.fields.length > 0) toast({ message: t("precheck.claimed") });
      },
      (error) => {
        // Run out, or somebody else's by now: nothing to take over. Anything else is tried again on the next visit.
        if (toFailure(error).code === "NOT_FOUND") keepPrecheck(null);
      },
    );
  }, [claim, t, toast, token]);
  return null;
}
