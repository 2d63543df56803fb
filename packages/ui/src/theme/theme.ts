export type AppName = "borrower" | "institution" | "admin";
export type Mode = "light" | "dark";
/** The size of all text, as the reader chose it. */
export type TextSize = "standard" | "large";

/** Ink on paper: what all three apps share. Tints and borders are given by hand, generated ones are muddy. */
export const ink = {
  light: {
    colorTextBase: "#1B2320",
    colorBgBase: "#FFFFFF",
    colorBgContainer: "#FFFFFF",
    colorBgElevated: "#FFFFFF",
    colorTextLightSolid: "#FFFFFF",
    colorTextTertiary: "rgba(27,35,32,.68)",
    colorTextDescription: "rgba(27,35,32,.68)",
    colorTextPlaceholder: "rgba(27,35,32,.66)",
    colorTextQuaternary: "rgba(27,35,32,.55)",
    colorIcon: "rgba(27,35,32,.68)",
    colorBorder: "#8B928F",
    colorBorderSecondary: "#E4E2DC",
    colorSplit: "#E9E7E1",
    colorSuccess: "#1E7B3C",
    colorSuccessBg: "#E9F6EC",
    colorSuccessBorder: "#A6D8B4",
    colorWarning: "#945A00",
    colorWarningBg: "#FFF4DC",
    colorWarningBorder: "#F0CE8A",
    colorError: "#BE2A2A",
    colorErrorBg: "#FDEDEC",
    colorErrorBorder: "#F2B5B2",
    colorInfo: "#1F5AA6",
    colorInfoBg: "#EAF2FC",
    colorInfoBorder: "#AECBEF",
    colorLink: "#1F5AA6",
  },
  dark: {
    colorTextBase: "#FFFFFF",
    colorBgBase: "#101514",
    colorBgLayout: "#0B0F0E",
    colorBgContainer: "#151B19",
    colorBgElevated: "#1C2321",
    colorTextLightSolid: "#0E1513",
    colorTextTertiary: "rgba(255,255,255,.68)",
    colorTextDescription: "rgba(255,255,255,.68)",
    colorTextPlaceholder: "rgba(255,255,255,.60)",
    colorTextQuaternary: "rgba(255,255,255,.50)",
    colorIcon: "rgba(255,255,255,.68)",
    colorBorder: "#70757A",
    colorBorderSecondary: "#2B3331",
    colorSplit: "#262D2B",
    colorSuccess: "#55C878",
    colorSuccessBg: "#12301D",
    colorSuccessBorder: "#285C3A",
    colorWarning: "#F0B24A",
    colorWarningBg: "#33260E",
    colorWarningBorder: "#66501F",
    colorError: "#FF8A80",
    colorErrorBg: "#3A1B19",
    colorErrorBorder: "#703632",
    colorInfo: "#7FB2F5",
    colorInfoBg: "#16273D",
    colorInfoBorder: "#2F4E78",
    colorLink: "#8FBCF7",
  },
} as const satisfies Record<Mode, Record<string, string>>;

/** What makes a room of the house: one colour, one canvas tint, one density. Sizes are pixels. */
export const rooms = {
  borrower: {
    radius: 12,
    fontSize: 16,
    fontSizeSM: 14,
    lineHeight: 26,
    controlHeight: 44,
    light: { primary: "#0E6F63", primaryBg: "#E3F3EF", layout: "#FAF7F2" },
    dark: { primary: "#45C7B2", primaryBg: "#12332E", layout: "#0B0F0E" },
  },
  institution: {
    radius: 4,
    fontSize: 13,
    fontSizeSM: 12,
    lineHeight: 20,
    controlHeight: 28,
    light: { primary: "#1F5AA6", primaryBg: "#E6EFFA", layout: "#F3F5F8" },
    dark: { primary: "#7FB2F5", primaryBg: "#16273D", layout: "#0B0F0E" },
  },
  admin: {
    radius: 6,
    fontSize: 14,
    fontSizeSM: 12,
    lineHeight: 22,
    controlHeight: 32,
    light: { primary: "#4549A8", primaryBg: "#ECEDFA", layout: "#F5F5F7" },
    dark: { primary: "#A9ADF5", primaryBg: "#22244A", layout: "#0B0F0E" },
  },
} as const;

type Sizes = Pick<(typeof rooms)[AppName], "fontSize" | "fontSizeSM" | "lineHeight" | "controlHeight">;

/** Pixels of text and controls; large text is a quarter larger, and what holds it grows with it. */
export function sizesOf(app: AppName, text: TextSize): Record<keyof Sizes, number> {
  const { fontSize, fontSizeSM, lineHeight, controlHeight } = rooms[app];
  const grown = (pixels: number) => (text === "large" ? Math.round(pixels * 1.25) : pixels);
  return {
    fontSize: grown(fontSize),
    fontSizeSM: grown(fontSizeSM),
    lineHeight: grown(lineHeight),
    controlHeight: grown(controlHeight),
  };
}

/** Six colours that stay apart for colour-blind eyes and reach 3:1 on the canvas. */
export const chartColours = {
  light: ["#0E6F63", "#1F5AA6", "#B06A00", "#B8452A", "#7A4E9E", "#5E6965"],
  dark: ["#45C7B2", "#7FB2F5", "#F0B24A", "#FF9A73", "#C3A3E8", "#A3ABA7"],
} as const satisfies Record<Mode, readonly string[]>;

export const shadows = {
  light: ["0 1px 2px rgba(27,35,32,.06), 0 4px 16px rgba(27,35,32,.06)", "0 8px 40px rgba(27,35,32,.16)"],
  dark: ["0 1px 2px rgba(0,0,0,.4), 0 4px 16px rgba(0,0,0,.32)", "0 8px 40px rgba(0,0,0,.6)"],
} as const satisfies Record<Mode, readonly string[]>;

/** Pixels; no other distances. */
export const spaces = [4, 8, 12, 16, 24, 32, 48, 64] as const;

// Latin faces first: PingFang first gives poor Latin letters and digits on Apple devices.
export const fontFamily =
  'Inter, "SF Pro Text", "Segoe UI", Roboto, "HarmonyOS Sans SC", MiSans, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif';
