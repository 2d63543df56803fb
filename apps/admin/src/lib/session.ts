import { createStaffSession } from "@daichao/client";
import { graphql } from "../gql/index.ts";

const SessionDocument = graphql(`
  query Session {
    viewer {
      id
      kind
      displayName
      permissions
    }
  }
`);

export const { SessionProvider, useSession, useSamePerson } = createStaffSession({
  document: SessionDocument,
  kind: "PLATFORM",
  home: "/admin/",
});
