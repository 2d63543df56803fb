import type { KeyedMutation } from "@daichao/client";
import { useMutationWithKey } from "@daichao/client";
import type { SubmitApplicationsInput, SubmitApplicationsMutation } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";

const SubmitApplicationsDocument = graphql(`
  mutation SubmitApplications($input: SubmitApplicationsInput!) {
    submitApplications(input: $input) {
      applications {
        id
        number
        state
        institution {
          id
          shortName
        }
        product {
          id
          name
        }
      }
      refused {
        code
        message
        product {
          id
          name
          institution {
            id
            shortName
          }
        }
      }
      draft {
        id
        ...WizardDraft_draft @unmask
      }
    }
  }
`);

/** Hands the chosen products in: pressing twice is handing in once. */
export function useSubmitApplications(): KeyedMutation<SubmitApplicationsInput, SubmitApplicationsMutation> {
  return useMutationWithKey(SubmitApplicationsDocument);
}
