import { useStaffSignOut } from "@daichao/client";
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

export function useSignOut(): () => void {
  const navigate = useNavigate();
  return useStaffSignOut(SignOutDocument, () => navigate("/auth"));
}
