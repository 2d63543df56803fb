import type { GraphQLCodegenDataMasking } from "@apollo/client/masking";

declare module "@apollo/client" {
  // The types codegen writes for masked fragments are the ones Apollo's hooks speak.
  interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}

  namespace ApolloClient {
    namespace DeclareDefaultOptions {
      interface WatchQuery {
        errorPolicy: "all";
      }
    }
  }
}
