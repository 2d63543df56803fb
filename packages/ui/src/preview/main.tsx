import { createRoot } from "react-dom/client";
import "../theme/tokens.css";
import "../theme/reset.css";
import { AppProviders } from "../antd/index.ts";
import { createI18n, I18nRoot, isLocale } from "../i18n/index.ts";
import { entryTexts } from "../staff-entry/index.ts";
import { BorrowerSheet } from "./BorrowerSheet.tsx";
import { StaffSheet } from "./StaffSheet.tsx";

// ?app=borrower|institution|admin &theme=light|dark &lang=zh-CN|en-US
const asked = new URLSearchParams(location.search);
const app = asked.get("app") === "institution" ? "institution" : asked.get("app") === "admin" ? "admin" : "borrower";
const theme = asked.get("theme");
if (theme === "light" || theme === "dark") localStorage.setItem("dc-theme", theme);
document.documentElement.dataset.app = app;
document.documentElement.dataset.theme = theme === "dark" ? "dark" : "light";
const lang = asked.get("lang");
const texts = await createI18n(isLocale(lang) ? lang : "zh-CN", entryTexts);
const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <I18nRoot texts={texts}>
      {app === "borrower" ? (
        <BorrowerSheet />
      ) : (
        <AppProviders app={app}>
          <StaffSheet app={app} />
        </AppProviders>
      )}
    </I18nRoot>,
  );
}
