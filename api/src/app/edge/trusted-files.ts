import { join } from "node:path";

/** Where each app's build leaves its manifest of trusted documents. */
export const manifestsOf = (root: string): string[] =>
  ["borrower", "institution", "admin"].map((app) => join(root, "apps", app, "src", "gql", "persisted-documents.json"));
