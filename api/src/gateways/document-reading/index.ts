/** Reads the printed fields off a photo of an identity card, each with how sure the reader is of it. */
export const CardSide = { FRONT: "FRONT", BACK: "BACK" } as const;
export type CardSide = (typeof CardSide)[keyof typeof CardSide];

/** What stands on a card: name and number beside the portrait, authority and term beside the emblem. */
export const CardField = {
  NAME: "NAME",
  IDENTITY_NUMBER: "IDENTITY_NUMBER",
  AUTHORITY: "AUTHORITY",
  VALID_UNTIL: "VALID_UNTIL",
} as const;
export type CardField = (typeof CardField)[keyof typeof CardField];

export interface ReadValue {
  readonly field: CardField;
  readonly value: string;
  /** 0 to 100: how sure the reader is. */
  readonly confidence: number;
}

export interface CardPhoto {
  readonly side: CardSide;
  readonly bytes: Buffer;
  /** The same key is one reading, however often it is asked for. */
  readonly key: string;
}

export interface CardReading {
  readonly provider: string;
  /** Empty when nothing on the picture could be read. */
  readonly values: readonly ReadValue[];
}

export interface DocumentReadingGateway {
  /** @throws UNAVAILABLE when the reader does not answer in time. */
  readCard(photo: CardPhoto): Promise<CardReading>;
}
