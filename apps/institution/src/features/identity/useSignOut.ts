import { useMutation } from "@apollo/client/react";
import { useDaichaoClient } from "@daichao/client";
import { useNavigate } from "react-router";
import { graphql } from "../../gql/index.ts";

const SignOutDocument = graphql(`
  mutation SignOut {
    signOut {
      id
      kind
    }
  }
`);

/** Ends the session, forgets what it saw and goes to the sign-in page. */
export function useSignOut(): () => void {
  const client = useDaichaoClient();
  const navigate = useNavigate();
  const [signOut] = useMutation(SignOutDocument);
  return () =>
    void signOut().then(async () => {
      await client.signedOut();
      await navigate("/auth");
      await client.signedIn();
    });
}
