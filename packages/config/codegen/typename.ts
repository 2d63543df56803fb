import type { Types } from "@graphql-codegen/plugin-helpers";
import { type DocumentNode, Kind, type SelectionNode, visit } from "graphql";

const typename: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/**
 * Asks every object for its type name, or the normalised cache cannot tell two things apart. Root selections are left
 * alone: a subscription may have one root field only, and the cache knows the roots.
 */
export const withTypenames: Types.DocumentTransformObject = {
  transform: ({ documents }) =>
    documents.map((file) => (file.document ? { ...file, document: addTypenames(file.document) } : file)),
};

function addTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet(node, _key, parent) {
      const isRoot = parent !== undefined && "kind" in parent && parent.kind === Kind.OPERATION_DEFINITION;
      const isNamed = node.selections.some(
        (selection) => selection.kind === Kind.FIELD && selection.name.value === "__typename",
      );
      return isRoot || isNamed ? undefined : { ...node, selections: [typename, ...node.selections] };
    },
  });
}
