import { StyleProvider } from "@ant-design/cssinjs";
import { App, ConfigProvider } from "antd";
import type { Locale as AntdLocale } from "antd/es/locale";
import zhCN from "antd/es/locale/zh_CN";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn.js";
import "./antd-additions.css";
import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import type { Locale } from "../i18n/locale.ts";
import { useLocale } from "../i18n/locale.ts";
import { ToastRegion } from "../light/Toast.tsx";
import { themeFor } from "../theme/antd-theme.ts";
import { useTextSize, useTheme } from "../theme/appearance.ts";
import type { AppName } from "../theme/theme.ts";

interface Words {
  readonly locale: Locale;
  readonly antd: AntdLocale;
}

async function wordsOf(locale: Locale): Promise<Words> {
  const antd = locale === "zh-CN" ? zhCN : (await import("antd/es/locale/en_US")).default;
  return { locale, antd };
}

export interface AppProvidersProps {
  app: AppName;
  children: ReactNode;
  /** Nonce for the style elements antd writes. */
  nonce?: string;
}

/** antd in our clothes: theme, language of its parts and of dayjs, layered styles, messages. */
export function AppProviders({ app, children, nonce }: AppProvidersProps) {
  const { locale } = useLocale();
  const { mode } = useTheme();
  const { text } = useTextSize();
  const [words, setWords] = useState<Words | null>(locale === "zh-CN" ? { locale, antd: zhCN } : null);
  useEffect(() => {
    let isCurrent = true;
    dayjs.locale(locale === "zh-CN" ? "zh-cn" : "en");
    void wordsOf(locale).then((next) => {
      if (isCurrent) setWords(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [locale]);
  // A page whose calendars speak another language than its texts is worse than a page a moment later.
  if (words === null) return null;
  return (
    <StyleProvider layer>
      <ConfigProvider
        theme={themeFor(app, mode, text)}
        locale={words.antd}
        csp={nonce === undefined ? undefined : { nonce }}
        button={{ autoInsertSpace: false }}
        form={{ requiredMark: "optional", scrollToFirstError: { focus: true, block: "center" } }}
      >
        <App component={false} message={{ maxCount: 3 }}>
          <ToastRegion>{children}</ToastRegion>
        </App>
      </ConfigProvider>
    </StyleProvider>
  );
}
