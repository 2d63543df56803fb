/** The looks of the house without antd: values, the stored choice, and the script that applies it before first paint. */

export { useLocale } from "../i18n/locale.ts";
export type { ThemeChoice } from "./appearance.ts";
export { useTextSize, useTheme } from "./appearance.ts";
export type { AppName, Mode, TextSize } from "./theme.ts";
export { chartColours, fontFamily, rooms, spaces } from "./theme.ts";
export { themeScript, themeScriptHash } from "./theme-script.ts";
