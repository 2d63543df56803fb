import { useApolloClient } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { toFailure } from "@daichao/client";
import { useRef, useState } from "react";
import type { VerifyContractQuery } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";
import { sha256Of } from "../../lib/file-hash.ts";

const VerifyContractDocument = graphql(`
  query VerifyContract($sha256: String!) {
    verifyContract(sha256: $sha256) {
      isGenuine
      contractNumber
      signedAt
    }
  }
`);

export const largestContract = 20 * 1024 * 1024;

export type Verification =
  | { readonly state: "idle" }
  | { readonly state: "working" }
  | { readonly state: "refused"; readonly reason: "type" | "size" }
  | { readonly state: "failed"; readonly failure: Failure }
  | {
      readonly state: "answered";
      readonly fileName: string;
      readonly sha256: string;
      readonly answer: VerifyContractQuery["verifyContract"];
    };

/** Hashes a file here and asks the platform whether it ever signed one with that hash. */
export function useContractVerification(): readonly [Verification, (file: File) => void] {
  const client = useApolloClient();
  const [verification, setVerification] = useState<Verification>({ state: "idle" });
  const latest = useRef(0);
  const verify = async (file: File): Promise<void> => {
    latest.current += 1;
    const turn = latest.current;
    const tell = (next: Verification) => {
      if (turn === latest.current) setVerification(next);
    };
    if (file.type !== "application/pdf" && !file.name.toLowerCase().endsWith(".pdf")) {
      tell({ state: "refused", reason: "type" });
      return;
    }
    if (file.size === 0 || file.size > largestContract) {
      tell({ state: "refused", reason: "size" });
      return;
    }
    tell({ state: "working" });
    try {
      const sha256 = await sha256Of(file);
      const { data } = await client.query({
        query: VerifyContractDocument,
        variables: { sha256 },
        fetchPolicy: "network-only",
        errorPolicy: "none",
      });
      if (data === undefined) throw new TypeError("no answer");
      tell({ state: "answered", fileName: file.name, sha256, answer: data.verifyContract });
    } catch (error) {
      tell({ state: "failed", failure: toFailure(error) });
    }
  };
  return [verification, (file) => void verify(file)];
}
