import { setupI18n } from "@lingui/core";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import type { ReactNode } from "react";
import enUS from "../messages/en-US.json";
import zhCN from "../messages/zh-CN.json";
import type { HouseI18n } from "./i18n/create-i18n.ts";
import { I18nRoot } from "./i18n/I18nRoot.tsx";
import type { Locale } from "./i18n/locale.ts";

type Texts = Readonly<Record<string, string>>;

/** The house's texts and an app's own, compiled on the spot; both languages at once, so a test may switch. */
export function createTestI18n(
  locale: Locale = "zh-CN",
  own: Readonly<Partial<Record<Locale, Texts>>> = {},
): HouseI18n {
  const i18n = setupI18n();
  i18n.setMessagesCompiler(compileMessage);
  i18n.load({ "zh-CN": { ...zhCN, ...own["zh-CN"] }, "en-US": { ...enUS, ...own["en-US"] } });
  i18n.activate(locale);
  return {
    i18n,
    activate: async (next) => i18n.activate(next),
  };
}

/** Wraps a component under test in the texts it needs. */
export function TestTexts({
  locale,
  own,
  children,
}: {
  locale?: Locale;
  own?: Parameters<typeof createTestI18n>[1];
  children: ReactNode;
}) {
  return <I18nRoot texts={createTestI18n(locale, own)}>{children}</I18nRoot>;
}
