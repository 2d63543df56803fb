import { useSyncExternalStore } from "react";
import type { Mode, TextSize } from "./theme.ts";

export type ThemeChoice = "system" | Mode;
export const themeStorageKey = "dc-theme";
export const textStorageKey = "dc-text";

const listeners = new Set<() => void>();
const prefersDark = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

function storedChoice(): ThemeChoice {
  const stored = localStorage.getItem(themeStorageKey);
  return stored === "light" || stored === "dark" ? stored : "system";
}

export function modeOf(choice: ThemeChoice): Mode {
  if (choice !== "system") return choice;
  return prefersDark().matches ? "dark" : "light";
}

function storedText(): TextSize {
  return localStorage.getItem(textStorageKey) === "large" ? "large" : "standard";
}

function apply(): void {
  const { dataset } = document.documentElement;
  dataset.theme = modeOf(storedChoice());
  if (storedText() === "large") dataset.text = "large";
  else delete dataset.text;
  for (const listener of listeners) listener();
}

function choose(choice: ThemeChoice): void {
  if (choice === "system") localStorage.removeItem(themeStorageKey);
  else localStorage.setItem(themeStorageKey, choice);
  apply();
}

function chooseText(text: TextSize): void {
  if (text === "large") localStorage.setItem(textStorageKey, text);
  else localStorage.removeItem(textStorageKey);
  apply();
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) {
    prefersDark().addEventListener("change", apply);
    addEventListener("storage", apply);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    prefersDark().removeEventListener("change", apply);
    removeEventListener("storage", apply);
  };
}

const snapshot = (): string => {
  const choice = storedChoice();
  return `${choice} ${modeOf(choice)}`;
};

/** The viewer's choice (system, light, dark), what it comes to, and a way to change it; kept in this browser. */
export function useTheme(): { choice: ThemeChoice; mode: Mode; setChoice: (choice: ThemeChoice) => void } {
  const [choice, mode] = useSyncExternalStore(subscribe, snapshot, () => "system light").split(" ");
  return {
    choice: choice === "light" || choice === "dark" ? choice : "system",
    mode: mode === "dark" ? "dark" : "light",
    setChoice: choose,
  };
}

/** Standard or large text, and a way to change it; kept in this browser. */
export function useTextSize(): { text: TextSize; setText: (text: TextSize) => void } {
  const text = useSyncExternalStore<TextSize>(subscribe, storedText, () => "standard");
  return { text, setText: chooseText };
}
