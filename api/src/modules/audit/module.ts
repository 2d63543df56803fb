import type { ModuleParts } from "../../kernel/index.js";
import { AuditEntryResolver } from "./audit-entry.resolver.js";
import { AuditService } from "./audit-entry.service.js";
import "./audit.permissions.js";

export const createAuditModule = (): ModuleParts => ({ resolvers: [new AuditEntryResolver(new AuditService())] });
