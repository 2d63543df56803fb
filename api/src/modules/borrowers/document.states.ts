export const DocumentKind = {
  IDENTITY_FRONT: "IDENTITY_FRONT",
  IDENTITY_BACK: "IDENTITY_BACK",
  WORK_PROOF: "WORK_PROOF",
  INCOME_PROOF: "INCOME_PROOF",
  BANK_STATEMENT: "BANK_STATEMENT",
  RESIDENCE_PROOF: "RESIDENCE_PROOF",
  OTHER: "OTHER",
} as const;
export type DocumentKind = (typeof DocumentKind)[keyof typeof DocumentKind];

export const DocumentState = {
  AWAITING_UPLOAD: "AWAITING_UPLOAD",
  CHECKING: "CHECKING",
  ACCEPTED: "ACCEPTED",
  REFUSED: "REFUSED",
} as const;
export type DocumentState = (typeof DocumentState)[keyof typeof DocumentState];

/** Where a document may go; a check that died is begun again, hence CHECKING to itself. */
export const documentTransitions: Readonly<Record<DocumentState, readonly DocumentState[]>> = {
  AWAITING_UPLOAD: ["CHECKING"],
  CHECKING: ["CHECKING", "ACCEPTED", "REFUSED"],
  ACCEPTED: [],
  REFUSED: [],
};

export const canMoveDocument = (from: DocumentState, to: DocumentState): boolean =>
  documentTransitions[from].includes(to);

/** Whether a document counts for an application: accepted, and clear or kept although it is not. */
export const isUsable = (document: {
  readonly state: DocumentState;
  readonly isBlurred: boolean;
  readonly keptAt: Date | null;
}): boolean => document.state === DocumentState.ACCEPTED && (!document.isBlurred || document.keptAt !== null);

export const ContentType = { JPEG: "image/jpeg", PNG: "image/png", PDF: "application/pdf" } as const;
export type ContentType = (typeof ContentType)[keyof typeof ContentType];

/** Why a received file is not taken. */
export const DocumentRefusal = {
  WRONG_TYPE: "WRONG_TYPE",
  DISGUISED: "DISGUISED",
  BROKEN: "BROKEN",
  TOO_MANY_PIXELS: "TOO_MANY_PIXELS",
  ACTIVE_CONTENT: "ACTIVE_CONTENT",
  MALWARE: "MALWARE",
} as const;
export type DocumentRefusal = (typeof DocumentRefusal)[keyof typeof DocumentRefusal];
