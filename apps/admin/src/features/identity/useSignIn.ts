import { type StaffSignIn, useStaffSignIn } from "@daichao/client";
import { graphql } from "../../gql/index.ts";

const SignInDocument = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      viewer {
        id
        kind
      }
      secondFactor {
        challengeId
        expiresAt
      }
    }
  }
`);

const VerifySecondFactorDocument = graphql(`
  mutation VerifySecondFactor($input: VerifySecondFactorInput!) {
    verifySecondFactor(input: $input) {
      id
      kind
    }
  }
`);

const SignInAsDemoDocument = graphql(`
  mutation SignInAsDemo($input: SignInAsDemoInput!) {
    signInAsDemo(input: $input) {
      id
      kind
    }
  }
`);

const documents = {
  signIn: SignInDocument,
  verifySecondFactor: VerifySecondFactorDocument,
  signInAsDemo: SignInAsDemoDocument,
};

export function useSignIn(onSignedIn: () => void): StaffSignIn {
  return useStaffSignIn(documents, onSignedIn);
}
