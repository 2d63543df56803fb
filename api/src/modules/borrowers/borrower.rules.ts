import { kernelErrors } from "../../kernel/errors/index.js";
import type { BorrowerViewer, Viewer } from "../../kernel/viewer/index.js";

/** The borrower behind a viewer. @throws NOT_FOUND for everybody else: there is no such thing of theirs. */
export function mustBeBorrower(viewer: Viewer): BorrowerViewer {
  if (viewer.kind !== "BORROWER") throw kernelErrors.notFound();
  return viewer;
}
