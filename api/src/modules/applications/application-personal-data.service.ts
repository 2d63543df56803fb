import { kernelErrors } from "../../kernel/errors/index.js";
import type { Kernel } from "../../kernel/index.js";
import { scopeOf, system, type Viewer } from "../../kernel/viewer/index.js";
import type {
  AccessPurpose,
  AccessService,
  DocumentService,
  DocumentViewValue,
  PersonalData,
  PersonalField,
} from "../borrowers/index.js";
import * as applications from "./application.repository.js";
import type { ApplicationService } from "./application.service.js";

/** The way from an application to the clear data behind it: scope and consent here, purpose and record in borrowers. */
export class ApplicationPersonalDataService {
  constructor(
    private readonly kernel: Kernel,
    private readonly access: AccessService,
    private readonly documents: DocumentService,
    private readonly applications: ApplicationService,
  ) {}

  /** @throws NOT_FOUND outside the viewer's scope or after the consent ended; the access refusals of borrowers. */
  async reveal(
    viewer: Viewer,
    wish: { applicationId: string; fields: readonly PersonalField[]; purpose: AccessPurpose },
  ): Promise<PersonalData> {
    // The clear values lie behind the borrower's wall: the viewer's scope is asked first, in the same transaction.
    return this.kernel.db.write(system, async (tx) => {
      const { id: applicationId, borrowerId } = await this.applications.lock(tx, viewer, wish.applicationId);
      return this.access.reveal(tx, viewer, { borrowerId, applicationId, fields: wish.fields, purpose: wish.purpose });
    });
  }

  /**
   * A short-lived link to one document: for the borrower any of their own, for staff one that stands behind the
   * application they name. Every opening is recorded where the borrower can read it.
   */
  async openDocument(
    viewer: Viewer,
    wish: { documentId: string; applicationId?: string | null; purpose: AccessPurpose },
  ): Promise<DocumentViewValue> {
    const { documentId, purpose } = wish;
    if (viewer.kind === "BORROWER") return this.documents.openOwn(viewer, documentId);
    return this.kernel.db.write(system, async (tx) => {
      const { id: applicationId } = await this.applications.lock(tx, viewer, wish.applicationId ?? "");
      if (!(await applications.isAttached(tx, scopeOf(viewer), applicationId, documentId)))
        throw kernelErrors.notFound();
      return this.documents.openForStaff(tx, viewer, { documentId, purpose, applicationId });
    });
  }
}
