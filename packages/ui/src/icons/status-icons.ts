import type { StatusIcon } from "../format/status-map.ts";
import type { IconShape } from "./Icon.tsx";
import {
  CheckIcon,
  ClockIcon,
  CloseIcon,
  DraftIcon,
  MinusIcon,
  PauseIcon,
  PenIcon,
  QuestionIcon,
  StopIcon,
  SyncIcon,
  UploadIcon,
  WarningIcon,
} from "./shapes.ts";

export const statusIcons: Readonly<Record<StatusIcon, IconShape>> = {
  check: CheckIcon,
  clock: ClockIcon,
  close: CloseIcon,
  draft: DraftIcon,
  minus: MinusIcon,
  pause: PauseIcon,
  pen: PenIcon,
  question: QuestionIcon,
  stop: StopIcon,
  sync: SyncIcon,
  upload: UploadIcon,
  warning: WarningIcon,
};
