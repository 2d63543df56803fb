/** Who acted, as the world is told. */
export const ActorKind = {
  BORROWER: "BORROWER",
  INSTITUTION: "INSTITUTION",
  PLATFORM: "PLATFORM",
  SYSTEM: "SYSTEM",
  CHANNEL: "CHANNEL",
  ANONYMOUS: "ANONYMOUS",
} as const;
export type ActorKind = (typeof ActorKind)[keyof typeof ActorKind];
