import { useMutation } from "@apollo/client/react";
import { graphql } from "../../gql/index.ts";

const ToggleFavouriteDocument = graphql(`
  mutation ToggleFavourite($input: ToggleFavouriteInput!) {
    toggleFavourite(input: $input) {
      id
      isFavourite
    }
  }
`);

/** Adds or removes a favourite; the star moves at once and back again when it is refused. */
export function useToggleFavourite(): (productId: string, isFavourite: boolean) => Promise<unknown> {
  const [run] = useMutation(ToggleFavouriteDocument);
  return (productId, isFavourite) =>
    run({
      variables: { input: { productId, isFavourite } },
      optimisticResponse: { toggleFavourite: { __typename: "Product", id: productId, isFavourite } },
    });
}
