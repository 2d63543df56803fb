import { TextField } from "@daichao/ui/light";
import { useEffect, useRef, useState } from "react";
import { useT } from "../../lib/texts.ts";

export interface LimitFieldProps {
  label: string;
  unit: string;
  /** Steps of one shown unit: 100 keeps two decimals. */
  scale: 1 | 100;
  most: number;
  value: number | null;
  onValue: (value: number | null) => void;
  /** Told while a typed figure does not count yet. With it a figure counts as soon as typing stops. */
  onWaiting?: (isWaiting: boolean) => void;
}

const pauseMs = 400;

/** The typed figure in steps: null for nothing, undefined for what is no figure. */
function stepsOf(typed: string, scale: 1 | 100, most: number): number | null | undefined {
  const text = typed.trim();
  if (text === "") return null;
  if (!(scale === 100 ? /^\d{1,2}(\.\d{1,2})?$/ : /^\d{1,7}$/).test(text)) return undefined;
  const steps = Math.round(Number(text) * scale);
  return steps > 0 && steps <= most * scale ? steps : undefined;
}

/** An upper limit typed by hand; it counts on Enter or on leaving the box. */
export function LimitField({ label, unit, scale, most, value, onValue, onWaiting }: LimitFieldProps) {
  const t = useT();
  const shown = value === null ? "" : String(value / scale);
  const [typed, setTyped] = useState(shown);
  const sent = useRef(value);
  useEffect(() => {
    // What was typed here comes back later than it is gone on with: it takes nothing from under the fingers.
    if (sent.current === value) return;
    sent.current = value;
    setTyped(shown);
  }, [shown, value]);
  const steps = stepsOf(typed, scale, most);
  const commit = () => {
    if (steps === undefined || steps === sent.current) return;
    sent.current = steps;
    onValue(steps);
  };
  const latest = useRef({ commit, onWaiting });
  latest.current = { commit, onWaiting };
  const follows = onWaiting !== undefined;
  useEffect(() => {
    if (!follows) return;
    const isWaiting = steps !== undefined && steps !== sent.current;
    latest.current.onWaiting?.(isWaiting);
    if (!isWaiting) return;
    const timer = setTimeout(() => {
      latest.current.commit();
      latest.current.onWaiting?.(false);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [steps, follows]);
  return (
    <TextField
      label={label}
      inputMode="decimal"
      placeholder={t("filter.any")}
      suffix={unit}
      value={typed}
      error={steps === undefined ? t("filter.number", { most }) : undefined}
      onValueChange={setTyped}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        // The form around it would hand in what stood here before.
        event.preventDefault();
        commit();
      }}
    />
  );
}
