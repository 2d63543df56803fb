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
  | { readonly state: "refused"; readonly reason: "type" | "size" | "notHash" }
  | { readonly state: "failed"; readonly failure: Failure }
  | {
      readonly state: "answered";
      /** Null when a fingerprint was typed. */
      readonly fileName: string | null;
      readonly sha256: string;
      readonly answer: VerifyContractQuery["verifyContract"];
    };

export interface ContractVerifier {
  readonly verification: Verification;
  /** Hashes the file here; only its fingerprint leaves the browser. */
  readonly verifyFile: (file: File) => void;
  readonly verifyHash: (typed: string) => void;
}

/** Asks the platform whether it ever signed a file with that fingerprint. */
export function useContractVerification(): ContractVerifier {
  const client = useApolloClient();
  const [verification, setVerification] = useState<Verification>({ state: "idle" });
  const latest = useRef(0);
  const check = async (fileName: string | null, hash: () => Promise<string>): Promise<void> => {
    latest.current += 1;
    const turn = latest.current;
    const tell = (next: Verification) => {
      if (turn === latest.current) setVerification(next);
    };
    tell({ state: "working" });
    try {
      const sha256 = await hash();
      const { data } = await client.query({
        query: VerifyContractDocument,
        variables: { sha256 },
        fetchPolicy: "network-only",
        errorPolicy: "none",
      });
      if (data === undefined) throw new TypeError("no answer");
      tell({ state: "answered", fileName, sha256, answer: data.verifyContract });
    } catch (error) {
      tell({ state: "failed", failure: toFailure(error) });
    }
  };
  const refuse = (reason: "type" | "size" | "notHash") => {
    latest.current += 1;
    setVerification({ state: "refused", reason });
  };
  return {
    verification,
    verifyFile(file) {
      if (file.type !== "application/pdf" && !file.name.toLowerCase().endsWith(".pdf")) refuse("type");
      else if (file.size === 0 || file.size > largestContract) refuse("size");
      else void check(file.name, () => sha256Of(file));
    },
    verifyHash(typed) {
      const sha256 = typed.replace(/\s/g, "").toLowerCase();
      if (/^[0-9a-f]{64}$/.test(sha256)) void check(null, async () => sha256);
      else refuse("notHash");
    },
  };
}
