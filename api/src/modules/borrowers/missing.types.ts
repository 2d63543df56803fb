import { registerEnumType } from "type-graphql";
import { MissingKind } from "./profile.states.js";

registerEnumType(MissingKind, {
  name: "MissingKind",
  description: "What sort of thing an application still wants.",
  valuesConfig: {
    IDENTITY: { description: "The identity check." },
    PROFILE_FIELD: { description: "A fact never given, or gone stale." },
    DOCUMENT: { description: "An accepted document of a kind." },
    BANK_CARD: { description: "A bound bank card." },
  },
});

export { MissingKind } from "./profile.states.js";
