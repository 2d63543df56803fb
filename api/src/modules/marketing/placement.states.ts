/** Where a labelled slot stands: on top of the home page, or of the list of products. */
export const PlacementPlace = { HOME: "HOME", PRODUCTS: "PRODUCTS" } as const;
export type PlacementPlace = (typeof PlacementPlace)[keyof typeof PlacementPlace];

export const PlacementState = {
  PROPOSED: "PROPOSED",
  BOOKED: "BOOKED",
  ENDED: "ENDED",
  REJECTED: "REJECTED",
} as const;
export type PlacementState = (typeof PlacementState)[keyof typeof PlacementState];

/** Which state may follow which. */
export const placementTransitions: Readonly<Record<PlacementState, readonly PlacementState[]>> = {
  PROPOSED: ["BOOKED", "REJECTED", "ENDED"],
  BOOKED: ["ENDED"],
  ENDED: [],
  REJECTED: [],
};

export const PlacementEnd = {
  COMPLETED: "COMPLETED",
  BUDGET_SPENT: "BUDGET_SPENT",
  STOPPED: "STOPPED",
} as const;
export type PlacementEnd = (typeof PlacementEnd)[keyof typeof PlacementEnd];
