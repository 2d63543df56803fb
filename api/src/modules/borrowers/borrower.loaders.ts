import { defineLoader, grouped, inOrder } from "../../kernel/loader/index.js";
import * as borrowers from "./borrower.repository.js";
import type { BankCardRow } from "./borrower.tables.js";
import * as consents from "./consent.repository.js";
import type { ConsentRow } from "./consent.tables.js";
import * as documents from "./document.repository.js";
import type { DocumentRow } from "./document.tables.js";

/** What a list shows of a person. */
export interface BorrowerMask {
  readonly nameMasked: string | null;
  readonly phoneMasked: string;
  readonly identityNumberMasked: string | null;
}

/** Null for a borrower the reader's walls hide. */
export const borrowerMaskById = defineLoader<string, BorrowerMask | null>("borrowerMaskById", async (reader, ids) =>
  inOrder(ids, await borrowers.findAll(reader, ids), (row) => row.id).map(
    (row) =>
      row && {
        nameMasked: row.nameMasked,
        phoneMasked: row.phoneMasked,
        identityNumberMasked: row.identityNumberMasked,
      },
  ),
);

export const documentById = defineLoader<string, DocumentRow | null>("documentById", async (reader, ids) =>
  inOrder(ids, await documents.findAll(reader, ids), (row) => row.id),
);

export const consentById = defineLoader<string, ConsentRow | null>("consentById", async (reader, ids) =>
  inOrder(ids, await consents.findAll(reader, ids), (row) => row.id),
);

/** All consents of an application, oldest first, ended ones too. */
export const consentsByApplication = defineLoader<string, ConsentRow[]>("consentsByApplication", async (reader, ids) =>
  grouped(ids, await consents.ofApplications(reader, ids), (row) => row.applicationId ?? ""),
);

export const bankCardById = defineLoader<string, BankCardRow | null>("bankCardById", async (reader, ids) =>
  inOrder(ids, await borrowers.cardsById(reader, ids), (row) => row.id),
);
