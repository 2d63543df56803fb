import { lazy } from "react";
import { accountTexts, addTexts } from "../../lib/texts.ts";

const Room = lazy(async () => {
  const [{ ApplicationRoom }] = await Promise.all([import("./ApplicationRoom.tsx"), addTexts(accountTexts)]);
  return { default: ApplicationRoom };
});

/** One application; binding a card while signing speaks with the texts of the borrower's own room. */
export function ApplicationPage() {
  return <Room />;
}
