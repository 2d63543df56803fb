import type { ReactNode } from "react";
import { createContext, useContext, useMemo, useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";

const storageKey = "dc-single-keys";

interface Shortcuts {
  readonly isOn: boolean;
  readonly setOn: (on: boolean) => void;
}

const ShortcutContext = createContext<Shortcuts>({ isOn: true, setOn: () => {} });

/** Keeps whether single keys act at all: they collide with speech input, so everybody may switch them off. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const [isOn, setOn] = useState(() => localStorage.getItem(storageKey) !== "off");
  const value = useMemo<Shortcuts>(
    () => ({
      isOn,
      setOn: (on) => {
        localStorage.setItem(storageKey, on ? "on" : "off");
        setOn(on);
      },
    }),
    [isOn],
  );
  return <ShortcutContext value={value}>{children}</ShortcutContext>;
}

export function useShortcuts(): Shortcuts {
  return useContext(ShortcutContext);
}

const typingRoles = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable=true]";

// A modal has the keyboard to itself, and so have an open menu and whatever one types in.
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true;
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest(typingRoles) != null) return true;
  // Enter on a control is the control's own.
  if (event.key === "Enter" && target?.closest("a, button, input, summary") != null) return true;
  return document.querySelector("dialog[open], [popover]:popover-open") !== null;
}

/** One key, no modifiers, outside of what one types in; asleep while single keys are off or a dialogue is open. */
export function useKey(key: string, act: () => void, isEnabled = true): void {
  const { isOn } = useShortcuts();
  useHotkeys(key, act, {
    useKey: true,
    ignoreModifiers: true,
    enableOnFormTags: true,
    enabled: isOn && isEnabled,
    preventDefault: true,
    ignoreEventWhen: isElsewhere,
  });
}
