/** Which of the events an audience hears are about an application. */

export interface HeardEvent {
  readonly name: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

const HEARD = ["application.", "assessment.", "decision.", "offer.", "disclosure.", "contract.", "disbursement."];

/** The application an event is about, by its subject or by the id among its facts. */
export function applicationOf({ subjectType, subjectId, facts }: HeardEvent): string | null {
  if (subjectType === "Application") return subjectId;
  return typeof facts.applicationId === "string" ? facts.applicationId : null;
}

/** Whether a walk from lender to lender has moved. */
export const isAboutSequence = ({ name }: Pick<HeardEvent, "name">): boolean => name.startsWith("sequence.");

/** Whether a page that shows this application (or any, without an id) has something new to show. */
export function isAboutApplication(event: HeardEvent, wanted?: string | null): boolean {
  if (!HEARD.some((prefix) => event.name.startsWith(prefix))) return false;
  const id = applicationOf(event);
  return id !== null && (!wanted || wanted === id);
}
