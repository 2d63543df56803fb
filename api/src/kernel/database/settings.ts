import type { Viewer } from "../viewer/index.js";

/** Sets the viewer's ids for one transaction; the policies of kernel/columns read them. */
export const SET_VIEWER =
  "select set_config('app.kind', $1, true), set_config('app.borrower_id', $2, true), set_config('app.institution_id', $3, true), set_config('app.channel_id', $4, true)";

export function settingsOf(viewer: Viewer): string[] {
  return [
    viewer.kind,
    viewer.kind === "BORROWER" ? viewer.borrowerId : "",
    viewer.kind === "INSTITUTION" ? viewer.institutionId : "",
    viewer.kind === "CHANNEL" ? viewer.channelId : "",
  ];
}
