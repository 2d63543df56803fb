import { useMutation } from "@apollo/client/react";
import type { Failure } from "@daichao/client";
import { toFailure, useMutationWithKey } from "@daichao/client";
import { useState } from "react";
import type { CreateProductMutation, CreateProductMutationVariables, ProductTermsInput } from "../../gql/graphql.ts";
import { graphql } from "../../gql/index.ts";

const CreateProductDocument = graphql(`
  mutation CreateProduct($input: CreateProductInput!) {
    createProduct(input: $input) {
      id
      ...ListingColumns_listing
      ...ProductEditor_listing
    }
  }
`);

const SaveProductDraftDocument = graphql(`
  mutation SaveProductDraft($input: SaveProductDraftInput!) {
    saveProductDraft(input: $input) {
      id
      version
      ...ListingColumns_listing
      ...ProductEditor_listing
    }
  }
`);

const SubmitProductDocument = graphql(`
  mutation SubmitProduct($input: SubmitProductInput!) {
    submitProduct(input: $input) {
      id
      version
      ...ListingColumns_listing
      ...ProductEditor_listing
    }
  }
`);

const UnpublishProductDocument = graphql(`
  mutation UnpublishProduct($input: UnpublishProductInput!) {
    unpublishProduct(input: $input) {
      id
      version
      ...ListingColumns_listing
      ...ProductEditor_listing
    }
  }
`);

export function useCreateProduct() {
  return useMutationWithKey<CreateProductMutation, CreateProductMutationVariables>(CreateProductDocument);
}

/** The three steps of a listing; each answers whether it went through and keeps why it did not. */
export function useListingSteps(productId: string) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [save, saving] = useMutation(SaveProductDraftDocument);
  const [submit, submitting] = useMutation(SubmitProductDocument);
  const [unpublish, unpublishing] = useMutation(UnpublishProductDocument);
  const tried = (step: Promise<unknown>): Promise<boolean> => {
    setFailure(null);
    return step.then(
      () => true,
      (error: unknown) => {
        setFailure(toFailure(error));
        return false;
      },
    );
  };
  return {
    failure,
    clear: () => setFailure(null),
    isBusy: saving.loading || submitting.loading || unpublishing.loading,
    save: (terms: ProductTermsInput, version: number) =>
      tried(save({ variables: { input: { productId, terms, version } } })),
    submit: (version: number) => tried(submit({ variables: { input: { productId, version } } })),
    unpublish: (reason: string) => tried(unpublish({ variables: { input: { productId, reason } } })),
  };
}
