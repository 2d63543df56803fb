/** Which channels are on, and when it is night for somebody. */
import { ContactChannel, NoticeKind } from "./contact.states.js";

export interface ChannelChoice {
  readonly kind: NoticeKind;
  readonly channel: ContactChannel;
  readonly isOn: boolean;
}

export interface ChannelSetting extends ChannelChoice {
  /** It cannot be switched off: the record of one's own business stays. */
  readonly isFixed: boolean;
}

/** Beside the record in the app: what is sent unless somebody switches it off. Nobody is sent an advertisement. */
const ON_BY_DEFAULT: Readonly<Record<NoticeKind, readonly ContactChannel[]>> = {
  APPLICATION: ["IN_APP", "SMS", "EMAIL"],
  OFFER: ["IN_APP", "SMS", "EMAIL"],
  CONTRACT: ["IN_APP", "SMS", "EMAIL"],
  REPAYMENT: ["IN_APP", "SMS", "EMAIL"],
  PRODUCT_ALERT: ["IN_APP"],
  PRIVACY: ["IN_APP", "EMAIL"],
};

/** Only what somebody asked to be told of beyond their own business can be silenced altogether. */
export const isFixed = (kind: NoticeKind, channel: ContactChannel): boolean =>
  channel === ContactChannel.IN_APP && kind !== NoticeKind.PRODUCT_ALERT;

/** Every kind on every channel, as chosen or as it is by default. */
export function settingsFrom(choices: readonly ChannelChoice[]): ChannelSetting[] {
  const chosen = new Map(choices.map(({ kind, channel, isOn }) => [`${kind}/${channel}`, isOn]));
  return Object.values(NoticeKind).flatMap((kind) =>
    Object.values(ContactChannel).map((channel) => {
      const fixed = isFixed(kind, channel);
      const isOn = fixed || (chosen.get(`${kind}/${channel}`) ?? ON_BY_DEFAULT[kind].includes(channel));
      return { kind, channel, isOn, isFixed: fixed };
    }),
  );
}

export const isOnIn = (settings: readonly ChannelChoice[], kind: NoticeKind, channel: ContactChannel): boolean =>
  settings.some((one) => one.kind === kind && one.channel === channel && one.isOn);

/** Minutes after midnight in Asia/Shanghai; equal ends mean no quiet hours. */
export interface QuietHours {
  readonly fromMinute: number;
  readonly toMinute: number;
}

export const DAY_MINUTES = 1_440;
export const NIGHT: QuietHours = { fromMinute: 22 * 60, toMinute: 8 * 60 };
const MINUTE_MS = 60_000;
const SHANGHAI_MS = 8 * 3_600_000;

/** When the quiet hours that `at` falls into are over; null while it is not quiet. The first minute is quiet, the last is not. */
export function quietUntil(at: Date, { fromMinute, toMinute }: QuietHours): Date | null {
  if (fromMinute === toMinute) return null;
  const localMs = at.getTime() + SHANGHAI_MS;
  const minute = Math.floor(localMs / MINUTE_MS) % DAY_MINUTES;
  const isQuiet =
    fromMinute < toMinute ? minute >= fromMinute && minute < toMinute : minute >= fromMinute || minute < toMinute;
  if (!isQuiet) return null;
  const wait = (toMinute - minute + DAY_MINUTES) % DAY_MINUTES;
  return new Date(at.getTime() - (localMs % MINUTE_MS) + wait * MINUTE_MS);
}

/** Reads "22:00". Undefined when it is no time of day. */
export function minuteOf(text: string): number | undefined {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined;
}

const two = (value: number): string => String(value).padStart(2, "0");
export const timeOf = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
