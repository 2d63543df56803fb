import type { AliasToken } from "antd/es/theme/interface";
import type { AppName, Mode, TextSize } from "./theme.ts";
import { chartColours, rooms, shadows, sizesOf, spaces } from "./theme.ts";

type Family = "neutral" | "info" | "warning" | "success" | "error" | "error-solid";

function statusColours(token: AliasToken): Record<Family, readonly [text: string, back: string, edge: string]> {
  return {
    neutral: [token.colorTextTertiary, "transparent", token.colorBorderSecondary],
    info: [token.colorInfo, token.colorInfoBg, token.colorInfoBorder],
    warning: [token.colorWarning, token.colorWarningBg, token.colorWarningBorder],
    success: [token.colorSuccess, token.colorSuccessBg, token.colorSuccessBorder],
    error: [token.colorError, token.colorErrorBg, token.colorErrorBorder],
    "error-solid": [token.colorTextLightSolid, token.colorError, token.colorError],
  };
}

function colours(token: AliasToken): Record<string, string> {
  return {
    "color-text": token.colorText,
    "color-heading": token.colorTextHeading,
    "color-text-quiet": token.colorTextTertiary,
    "color-placeholder": token.colorTextPlaceholder,
    "color-icon": token.colorIcon,
    "color-on-solid": token.colorTextLightSolid,
    "color-canvas": token.colorBgLayout,
    "color-paper": token.colorBgContainer,
    "color-raised": token.colorBgElevated,
    "color-mask": token.colorBgMask,
    "color-fill": token.colorFillTertiary,
    "color-fill-strong": token.colorFillSecondary,
    "color-border": token.colorBorder,
    "color-line": token.colorBorderSecondary,
    "color-primary": token.colorPrimary,
    "color-primary-hover": token.colorPrimaryHover,
    "color-primary-active": token.colorPrimaryActive,
    "color-primary-bg": token.colorPrimaryBg,
    "color-link": token.colorLink,
    "color-error": token.colorError,
    "color-warning": token.colorWarning,
    "color-success": token.colorSuccess,
  };
}

/** Everything the light components know of the theme, as custom properties; lengths carry their unit. */
export function cssVariables(app: AppName, mode: Mode, token: AliasToken): Record<string, string> {
  const variables: Record<string, string> = {};
  const set = (name: string, value: string) => {
    variables[`--dc-${name}`] = value;
  };
  for (const [name, value] of Object.entries(colours(token))) set(name, value);
  for (const [family, [text, back, edge]] of Object.entries(statusColours(token))) {
    set(`status-${family}`, text);
    set(`status-${family}-bg`, back);
    set(`status-${family}-border`, edge);
  }
  chartColours[mode].forEach((colour, index) => {
    set(`chart-${index + 1}`, colour);
  });
  shadows[mode].forEach((shadow, index) => {
    set(`shadow-${index + 1}`, shadow);
  });
  spaces.forEach((space, index) => {
    set(`space-${index + 1}`, `${space}px`);
  });
  const room = rooms[app];
  set("radius", `${room.radius}px`);
  set("radius-small", `${Math.max(2, Math.round(room.radius / 2))}px`);
  set("font-family", token.fontFamily);
  return { ...variables, ...textVariables(app, "standard") };
}

/** What large text changes: sizes of text and of what one presses, nothing else. */
export function textVariables(app: AppName, text: TextSize): Record<string, string> {
  const { fontSize, fontSizeSM, lineHeight, controlHeight } = sizesOf(app, text);
  const less = app === "borrower" ? 8 : 4;
  return {
    "--dc-font-size": `${fontSize}px`,
    "--dc-font-size-small": `${fontSizeSM}px`,
    "--dc-font-size-section": `${fontSize + 4}px`,
    "--dc-font-size-figure": `${fontSize + 12}px`,
    "--dc-line-height": `${lineHeight}px`,
    "--dc-control-height": `${controlHeight}px`,
    "--dc-control-height-small": `${Math.max(24, controlHeight - less)}px`,
  };
}
