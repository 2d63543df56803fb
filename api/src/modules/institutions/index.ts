/**
 * Lenders: who they are, which licence they hold and whether they may lend here. Their products stand in catalog,
 * their people's accounts in identity.
 */
export { institutionEvents } from "./institution.events.js";
export { institutionById } from "./institution.loaders.js";
export type { InstitutionService, NewInstitution } from "./institution.service.js";
export { InstitutionState, LicenceKind } from "./institution.states.js";
export type { InstitutionRow } from "./institution.tables.js";
export { Institution } from "./institution.types.js";
