export interface Example {
  query: string;
  variables?: string;
}

const browse = `# Browse: what a visitor sees. Nobody needs to be signed in.
query Browse($amount: Money!, $termCount: Int!) {
  products(filter: { amount: $amount, termCount: $termCount }, sort: TOTAL_COST, first: 5) {
    totalCount
    edges {
      node {
        id
        slug
        name
        institution { shortName licenceKind }
        annualCost { min max method }
      }
      quote { highestPayment totalCost annualCost { primary primaryMethod } }
    }
  }
}
`;

const apply = `# Apply: sign in as a demo borrower (the first mutation sets a cookie), then start a draft with a product's id
# from the first tab. submitApplications takes the draft with its consents.
mutation SignIn {
  signInAsDemo(input: { key: "borrower" }) { id displayName kind }
}

mutation StartDraft($input: CreateDraftInput!) {
  createDraft(input: $input) {
    id
    version
    currentStep
    missing { __typename }
    items { product { name } problem quote { highestPayment } }
  }
}

query Applications {
  applications(first: 5) {
    edges { node { id number state step product { name } amount termCount } }
  }
}
`;

const follow = `# Subscribe: stays open and shows every change of status of the viewer's applications.
subscription Follow {
  applicationStatusChanged { id number state step updatedAt }
}
`;

/** The tabs a newcomer finds: browse, apply, subscribe. A test keeps them true to the schema. */
export const examples: Example[] = [
  { query: browse, variables: JSON.stringify({ amount: "50000.00", termCount: 12 }, null, 2) },
  {
    query: apply,
    variables: JSON.stringify(
      {
        input: {
          productIds: ["the id of a product"],
          amount: "50000.00",
          termCount: 12,
          purpose: "RENOVATION",
          idempotencyKey: "graphiql-0001",
        },
      },
      null,
      2,
    ),
  },
  { query: follow },
];
