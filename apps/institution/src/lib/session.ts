import { createStaffSession } from "@daichao/client";
import { graphql } from "../gql/index.ts";

const SessionDocument = graphql(`
  query Session {
    viewer {
      id
      kind
      displayName
      permissions
      institution {
        id
        name
        shortName
      }
      decisionLimit
    }
  }
`);

export const { SessionProvider, useSession, useSamePerson } = createStaffSession({
  document: SessionDocument,
  kind: "INSTITUTION",
  home: "/institution/",
});
