import { isLocale, useLocale } from "../i18n/locale.ts";
import { useHouseT } from "../i18n/use-t.ts";
import { Icon } from "../icons/index.ts";
import { DesktopIcon, LanguageIcon, MoonIcon, SunIcon } from "../icons/shapes.ts";
import type { ThemeChoice } from "../theme/appearance.ts";
import { useTextSize, useTheme } from "../theme/appearance.ts";
import { Popup } from "./Popup.tsx";
import { Segmented } from "./Segmented.tsx";

const faces = { system: DesktopIcon, light: SunIcon, dark: MoonIcon } as const;
const choices: readonly ThemeChoice[] = ["system", "light", "dark"];

/** Language, appearance and size of text, as three small groups. */
export function Preferences() {
  const t = useHouseT();
  const { locale, setLocale } = useLocale();
  const { choice, setChoice } = useTheme();
  const { text, setText } = useTextSize();
  return (
    <>
      <Segmented
        legend={t("shell.language")}
        look="joined"
        value={locale}
        choices={[
          { value: "zh-CN", label: <span lang="zh-CN">中文</span> },
          { value: "en-US", label: <span lang="en-US">English</span> },
        ]}
        onValueChange={(next) => {
          if (isLocale(next)) void setLocale(next);
        }}
      />
      <Segmented
        legend={t("shell.theme")}
        look="joined"
        value={choice}
        choices={choices.map((value) => ({
          value,
          label: <Icon shape={faces[value]} label={t(`shell.theme.${value}`)} />,
        }))}
        onValueChange={setChoice}
      />
      <Segmented
        legend={t("shell.text")}
        look="joined"
        value={text}
        choices={(["standard", "large"] as const).map((value) => ({ value, label: t(`shell.text.${value}`) }))}
        onValueChange={setText}
      />
    </>
  );
}

/** The same behind one button, for a header. */
export function PreferencesMenu({ size }: { size?: "normal" | "small" }) {
  const t = useHouseT();
  return (
    <Popup label={`${t("shell.language")} / ${t("shell.theme")}`} iconOnly icon={LanguageIcon} size={size}>
      <Preferences />
    </Popup>
  );
}
