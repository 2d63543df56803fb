/** Lenders: entered with a valid credit code, moved through their states, shown to outsiders only while active. */
import type { Reader, Tx } from "../../kernel/database/index.js";
import { kernelErrors } from "../../kernel/errors/index.js";
import { isId } from "../../kernel/ids/index.js";
import type { Kernel } from "../../kernel/index.js";
import type { Page, PageRequest } from "../../kernel/page/index.js";
import { scopeOf, type Viewer } from "../../kernel/viewer/index.js";
import type { AccountRow, IdentityService } from "../identity/index.js";
import { institutionErrors } from "./institution.errors.js";
import { institutionEvents } from "./institution.events.js";
import * as institutions from "./institution.repository.js";
import { acceptServicePhone, acceptUscc, monogramOf, mustBeAllowedMove } from "./institution.rules.js";
import type { InstitutionState, LicenceKind } from "./institution.states.js";
import type { InstitutionRow } from "./institution.tables.js";

export interface NewInstitution {
  readonly name: string;
  readonly shortName: string;
  readonly licenceKind: LicenceKind;
  readonly licenceNumber: string;
  readonly uscc: string;
  readonly province: string;
  readonly servicePhone: string;
  readonly contactEmail: string;
  readonly monogram?: string;
  /** Where it begins; APPLYING when missing. */
  readonly state?: InstitutionState;
}

export class InstitutionService {
  constructor(
    private readonly kernel: Kernel,
    private readonly identity: IdentityService,
  ) {}

  /** An institution the viewer may see: active, their own, or any for the platform; null otherwise. */
  async find(reader: Reader | Tx, viewer: Viewer, id: string): Promise<InstitutionRow | null> {
    return isId(id) ? ((await institutions.find(reader, scopeOf(viewer), id)) ?? null) : null;
  }

  /** In the order in which they joined. */
  page(
    reader: Reader,
    viewer: Viewer,
    licenceKind: LicenceKind | null,
    request: PageRequest,
  ): Promise<Page<InstitutionRow>> {
    return institutions.page(reader, scopeOf(viewer), licenceKind, request);
  }

  /** Colleagues of an institution's viewer, longest there first; nobody for others. */
  async members(reader: Reader, viewer: Viewer): Promise<AccountRow[]> {
    return viewer.kind === "INSTITUTION" ? this.identity.accountsOfInstitution(reader, viewer.institutionId) : [];
  }

  /** @throws INSTITUTION_USCC_INVALID, INSTITUTION_USCC_TAKEN, INSTITUTION_PHONE_INVALID */
  async createInstitution(tx: Tx, viewer: Viewer, wish: NewInstitution): Promise<InstitutionRow> {
    const uscc = acceptUscc(wish.uscc);
    const servicePhone = acceptServicePhone(wish.servicePhone);
    const state = wish.state ?? "APPLYING";
    const monogram = wish.monogram ?? monogramOf(wish.shortName);
    const row = await institutions.insert(tx, { ...wish, uscc, servicePhone, state, monogram });
    if (!row) throw institutionErrors.usccTaken();
    await this.kernel.events.record(tx, viewer, institutionEvents.created, {
      subject: { type: "Institution", id: row.id },
      institutionId: row.id,
      facts: { institutionId: row.id, state },
    });
    return row;
  }

  /** Moves an institution along its states. @throws INSTITUTION_MOVE_NOT_ALLOWED, INSTITUTION_REASON_REQUIRED, CONFLICT */
  async move(tx: Tx, viewer: Viewer, id: string, to: InstitutionState, reason: string): Promise<InstitutionRow> {
    if (viewer.kind !== "PLATFORM" && viewer.kind !== "SYSTEM") throw kernelErrors.notFound();
    const row = await institutions.find(tx, "all", id);
    if (!row) throw kernelErrors.notFound();
    if (!reason.trim()) throw institutionErrors.reasonRequired();
    mustBeAllowedMove(row.state, to);
    const moved = await institutions.move(tx, row, row.state, to);
    if (!moved) throw kernelErrors.conflict();
    await this.kernel.events.record(tx, viewer, institutionEvents.statusChanged, {
      subject: { type: "Institution", id },
      institutionId: id,
      facts: { institutionId: id, from: row.state, to, reason: reason.trim() },
      diff: { state: [row.state, to] },
    });
    return moved;
  }
}
