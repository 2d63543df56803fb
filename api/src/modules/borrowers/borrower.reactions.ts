import { type Reaction, when } from "../../kernel/events/index.js";
import type { Kernel } from "../../kernel/index.js";
import { system } from "../../kernel/viewer/index.js";
import { identityEvents } from "../identity/index.js";
import type { BorrowerService } from "./borrower.service.js";

export const borrowerReactions = ({ db }: Kernel, borrowers: BorrowerService): readonly Reaction[] => [
  when(identityEvents.phoneChanged, "borrowers.followPhone", ({ facts }) =>
    db.write(system, (tx) => borrowers.followPhone(tx, facts.accountId)),
  ),
];
