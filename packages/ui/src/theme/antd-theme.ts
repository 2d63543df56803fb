import type { ThemeConfig } from "antd";
import { theme } from "antd";
import type { AppName, Mode, TextSize } from "./theme.ts";
import { fontFamily, ink, rooms, sizesOf } from "./theme.ts";

/** The antd theme of one app in one mode; the light components read the same values from tokens.css. */
export function themeFor(app: AppName, mode: Mode, text: TextSize = "standard"): ThemeConfig {
  const room = rooms[app];
  const sizes = sizesOf(app, text);
  const { primary, primaryBg, layout } = room[mode];
  return {
    cssVar: { key: `${app}-${mode}-${text}` },
    hashed: false,
    algorithm: mode === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...ink[mode],
      fontFamily,
      fontSize: sizes.fontSize,
      // Left to itself a 13 px base gives 10 px small text.
      fontSizeSM: sizes.fontSizeSM,
      lineHeight: sizes.lineHeight / sizes.fontSize,
      fontWeightStrong: 600,
      controlHeight: sizes.controlHeight,
      borderRadius: room.radius,
      colorPrimary: primary,
      colorPrimaryBg: primaryBg,
      controlItemBgActive: primaryBg,
      colorBgLayout: layout,
      motionDurationSlow: "0.2s",
      motionDurationMid: "0.15s",
    },
    components: {
      Slider: { railBg: ink[mode].colorBorderSecondary, trackBg: primary, handleColor: primary },
      Table: {
        headerBg: "transparent",
        headerSplitColor: "transparent",
        bodySortBg: "transparent",
        headerSortActiveBg: "transparent",
        cellPaddingBlockSM: app === "institution" ? 7 : 8,
      },
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
    },
  };
}
