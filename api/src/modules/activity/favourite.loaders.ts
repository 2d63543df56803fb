import { defineLoader } from "../../kernel/loader/index.js";
import * as favourites from "./favourite.repository.js";

/** Whether the viewer keeps each product as a favourite; one read however many products a page shows. */
export const isFavourite = defineLoader<string, boolean>("isFavourite", async (reader, productIds, viewer) => {
  if (viewer.kind !== "BORROWER") return productIds.map(() => false);
  const own = new Set((await favourites.of(reader, viewer.borrowerId)).map(({ productId }) => productId));
  return productIds.map((id) => own.has(id));
});
