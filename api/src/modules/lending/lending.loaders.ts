import { defineLoader, grouped, inOrder } from "../../kernel/loader/index.js";
import { scopeOf } from "../../kernel/viewer/index.js";
import * as contracts from "./contract.repository.js";
import * as disclosures from "./disclosure.repository.js";
import * as loans from "./loan.repository.js";

/** A loan by id, null outside the viewer's scope. */
export const loanById = defineLoader("loanById", async (reader, ids: readonly string[], viewer) =>
  inOrder(ids, await loans.byIds(reader, scopeOf(viewer), ids), (row) => row.id),
);

export const loanByApplication = defineLoader("loanByApplication", async (reader, ids: readonly string[], viewer) =>
  inOrder(ids, await loans.ofApplications(reader, scopeOf(viewer), ids), (row) => row.applicationId),
);

/** In order of their numbers. */
export const instalmentsByLoan = defineLoader("instalmentsByLoan", async (reader, ids: readonly string[]) =>
  grouped(ids, await loans.instalmentsOf(reader, ids), (row) => row.loanId),
);

/** The oldest unpaid one, or null. */
export const nextInstalmentByLoan = defineLoader("nextInstalmentByLoan", async (reader, ids: readonly string[]) =>
  inOrder(ids, await loans.nextInstalmentsOf(reader, ids), (row) => row.loanId),
);

export const contractById = defineLoader("contractById", async (reader, ids: readonly string[], viewer) =>
  inOrder(ids, await contracts.byIds(reader, scopeOf(viewer), ids), (row) => row.id),
);

export const contractByApplication = defineLoader(
  "contractByApplication",
  async (reader, ids: readonly string[], viewer) =>
    inOrder(ids, await contracts.ofApplications(reader, scopeOf(viewer), ids), (row) => row.applicationId),
);

export const disbursementByApplication = defineLoader(
  "disbursementByApplication",
  async (reader, ids: readonly string[], viewer) =>
    inOrder(ids, await contracts.disbursementsOf(reader, scopeOf(viewer), ids), (row) => row.applicationId),
);

/** The newest cost sheet of an application. */
export const disclosureByApplication = defineLoader(
  "disclosureByApplication",
  async (reader, ids: readonly string[], viewer) =>
    inOrder(ids, await disclosures.latestOf(reader, scopeOf(viewer), ids), (row) => row.applicationId),
);
