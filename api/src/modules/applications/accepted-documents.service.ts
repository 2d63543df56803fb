import type { Reader, Tx } from "../../kernel/database/index.js";
import { type DocumentKind, type DocumentRow, type DocumentService, isUsable } from "../borrowers/index.js";

/** Which of a borrower's documents can stand behind an application. */
export class AcceptedDocumentsService {
  constructor(private readonly documents: DocumentService) {}

  /** The newest accepted document of each wanted kind, a clear one before an unclear one, in the order of the kinds. */
  async acceptedOf(reader: Reader | Tx, borrowerId: string, kinds: readonly DocumentKind[]): Promise<DocumentRow[]> {
    const all = await this.documents.ofBorrower(reader, borrowerId);
    const accepted = all
      .filter(({ state }) => state === "ACCEPTED")
      .sort((a, b) => Number(isUsable(b)) - Number(isUsable(a)));
    return kinds.flatMap((kind) => accepted.find((document) => document.kind === kind) ?? []);
  }
}
