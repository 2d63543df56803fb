import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";

export function CasesPage() {
  const t = useT();
  usePageTitle(t("cases.title"));
  return <h1>{t("cases.title")}</h1>;
}
