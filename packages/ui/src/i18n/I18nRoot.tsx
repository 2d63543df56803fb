import { I18nProvider } from "@lingui/react";
import type { ReactNode } from "react";
import { useEffect, useMemo, useState } from "react";
import type { HouseI18n } from "./create-i18n.ts";
import type { Locale } from "./locale.ts";
import { isLocale, LocaleContext } from "./locale.ts";

const asLocale = (value: string): Locale => (isLocale(value) ? value : "zh-CN");

export function I18nRoot({ texts, children }: { texts: HouseI18n; children: ReactNode }) {
  const [locale, setShown] = useState<Locale>(() => asLocale(texts.i18n.locale));
  useEffect(() => texts.i18n.on("change", () => setShown(asLocale(texts.i18n.locale))), [texts]);
  const control = useMemo(() => ({ locale, setLocale: texts.activate }), [locale, texts]);
  return (
    <LocaleContext value={control}>
      <I18nProvider i18n={texts.i18n}>{children}</I18nProvider>
    </LocaleContext>
  );
}
