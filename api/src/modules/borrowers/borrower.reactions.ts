import { type Reaction, when } from "../../kernel/events/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import { identityEvents } from "../identity/index.js";
import { borrowerEvents, documentEvents } from "./borrower.events.js";
import type { BorrowerService } from "./borrower.service.js";
import type { DocumentReadingService } from "./document-reading.service.js";

const READ = "borrowers.readIdentityPhoto";

export const borrowerReactions = (
  { db }: Kernel,
  borrowers: BorrowerService,
  readings: DocumentReadingService,
): readonly Reaction[] => [
  when(documentEvents.checked, READ, ({ id, facts }) => readings.read(READ, id, facts.documentId)),
  when(borrowerEvents.identityVerified, "borrowers.compareReadings", ({ subjectId }) =>
    db.write(system, (tx) => readings.compareAll(tx, subjectId)),
  ),
  when(identityEvents.phoneChanged, "borrowers.followPhone", ({ facts }) =>
    db.write(system, (tx) => borrowers.followPhone(tx, facts.accountId)),
  ),
];
