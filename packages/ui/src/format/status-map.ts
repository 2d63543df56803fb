export type StatusFamily = "neutral" | "info" | "warning" | "success" | "error" | "errorSolid";

export type StatusIcon =
  | "draft"
  | "clock"
  | "sync"
  | "check"
  | "warning"
  | "close"
  | "stop"
  | "pause"
  | "upload"
  | "pen"
  | "question"
  | "minus";

export interface Mark {
  readonly family: StatusFamily;
  readonly icon: StatusIcon;
}

const mark = (family: StatusFamily, icon: StatusIcon): Mark => ({ family, icon });
const draft = mark("neutral", "draft");
const ahead = mark("neutral", "clock");
const ended = mark("neutral", "minus");
const settled = mark("neutral", "check");
const waiting = mark("info", "clock");
const working = mark("info", "sync");
const good = mark("success", "check");
const refused = mark("error", "close");
const late = mark("error", "warning");
const stopped = mark("error", "stop");
const grave = mark("errorSolid", "stop");
const paused = mark("warning", "pause");
const needed = mark("warning", "upload");
const decide = mark("warning", "pen");
const soon = mark("warning", "clock");
const attention = mark("warning", "warning");

/** One map for every status on every screen: value, colour family, icon. Words are in the messages under status.*. */
export const statusMap = {
  application: {
    DRAFT: draft,
    SUBMITTED: waiting,
    SCREENING: working,
    UNDER_REVIEW: working,
    NEED_MORE_INFO: needed,
    COUNTER_OFFERED: decide,
    APPROVED: good,
    CONTRACT_PENDING: decide,
    CONTRACTED: good,
    DISBURSING: working,
    DISBURSE_FAILED: late,
    DISBURSED: good,
    REJECTED: refused,
    WITHDRAWN: ended,
    EXPIRED: ended,
    CANCELLED: ended,
  },
  loan: {
    ACTIVE: good,
    IN_GRACE: soon,
    OVERDUE: late,
    RESTRUCTURED: attention,
    SETTLED: settled,
    EARLY_SETTLED: settled,
    WRITTEN_OFF: grave,
  },
  instalment: {
    UPCOMING: ahead,
    SCHEDULED: ahead,
    PENDING: ahead,
    DUE: soon,
    PARTLY_PAID: attention,
    PAID: good,
    IN_GRACE: soon,
    OVERDUE: late,
    WAIVED: ended,
    CANCELLED: ended,
    WRITTEN_OFF: grave,
  },
  product: {
    DRAFT: draft,
    IN_REVIEW: waiting,
    RETURNED: attention,
    REJECTED: refused,
    PUBLISHED: good,
    SUSPENDED: stopped,
    UNPUBLISHED: ended,
    ARCHIVED: ended,
  },
  institution: {
    APPLYING: draft,
    IN_REVIEW: waiting,
    RETURNED: attention,
    REJECTED: refused,
    ACTIVE: good,
    SUSPENDED: stopped,
    TERMINATED: grave,
  },
  account: { PENDING: waiting, ACTIVE: good, LOCKED: attention, FROZEN: stopped, CLOSED: ended, REJECTED: refused },
  agreement: {
    DRAFT: draft,
    SENT: waiting,
    SIGNED: good,
    ACTIVE: good,
    EXPIRING: soon,
    EXPIRED: ended,
    TERMINATED: stopped,
  },
  offer: { OPEN: decide, ACCEPTED: good, DECLINED: ended, EXPIRED: ended },
  document: {
    AWAITING_UPLOAD: needed,
    CHECKING: working,
    REFUSED: refused,
    REQUESTED: needed,
    MISSING: needed,
    UPLOADING: working,
    SCANNING: working,
    UPLOADED: waiting,
    ACCEPTED: good,
    REJECTED: refused,
    EXPIRED: ended,
    QUARANTINED: stopped,
  },
  payment: {
    CREATED: ahead,
    SENT: working,
    PENDING: waiting,
    PROCESSING: working,
    SUCCEEDED: good,
    FAILED: refused,
    UNKNOWN: attention,
    DISPUTED: attention,
    REFUNDED: ended,
    CANCELLED: ended,
  },
  disbursement: { REQUESTED: waiting, SENT: working, SUCCEEDED: good, FAILED: refused, UNKNOWN: attention },
  bankOrder: {
    REQUESTED: waiting,
    SENT: working,
    UNKNOWN: attention,
    SUCCEEDED: good,
    FAILED: refused,
    DISPUTED: attention,
  },
  draft: { OPEN: draft, SUBMITTED: waiting, DISCARDED: ended, EXPIRED: ended },
  check: { PASS: good, WARN: attention, FAIL: refused },
  complaint: {
    RECEIVED: waiting,
    ACCEPTED: waiting,
    INVESTIGATING: working,
    EXTENDED: attention,
    ANSWERED: good,
    REVIEW_REQUESTED: decide,
    CLOSED: settled,
    WITHDRAWN: ended,
  },
  ticket: { OPEN: waiting, ASSIGNED: working, PENDING: soon, RESOLVED: good, ESCALATED: attention, CLOSED: settled },
  collection: {
    OPEN: late,
    PROMISED: waiting,
    BROKEN: late,
    HARDSHIP: attention,
    OUTSOURCED: working,
    LEGAL: grave,
    CURED: good,
    CLOSED: settled,
  },
  approval: {
    PENDING: waiting,
    APPROVED: good,
    RETURNED: attention,
    REJECTED: refused,
    WITHDRAWN: ended,
    EXPIRED: ended,
  },
  campaign: {
    DRAFT: draft,
    IN_REVIEW: waiting,
    SCHEDULED: waiting,
    RUNNING: good,
    PAUSED: paused,
    ENDED: settled,
    CANCELLED: ended,
  },
  article: {
    DRAFT: draft,
    IN_REVIEW: waiting,
    RETURNED: attention,
    SCHEDULED: waiting,
    PUBLISHED: good,
    ARCHIVED: ended,
  },
  coupon: { AVAILABLE: good, RESERVED: waiting, USED: settled, EXPIRED: ended, REVOKED: ended },
  statement: { OPEN: draft, FROZEN: waiting, CONFIRMED: good, DISPUTED: attention, PAID: settled },
  match: {
    MATCHED: good,
    MISSING_OURS: late,
    MISSING_THEIRS: late,
    AMOUNT_DIFF: attention,
    STATUS_DIFF: attention,
    DUPLICATE: attention,
    TIMING: soon,
  },
  alert: { OPEN: late, ACKNOWLEDGED: working, ASSIGNED: working, RESOLVED: good, DISMISSED: ended },
  severity: { LOW: ended, MEDIUM: attention, HIGH: late, CRITICAL: grave },
  job: { QUEUED: waiting, RUNNING: working, SUCCEEDED: good, FAILED: refused, CANCELLED: ended },
  ruleSet: { DRAFT: draft, IN_REVIEW: waiting, PUBLISHED: good, RETIRED: ended },
  rule: { PASS: good, FAIL: refused, REJECT: refused, REFER: attention, UNKNOWN: ended },
  shift: { PLANNED: waiting, ON_DUTY: good, OFF_DUTY: ended, ABSENT: attention },
} as const satisfies Record<string, Record<string, Mark>>;

export type StatusKind = keyof typeof statusMap;
