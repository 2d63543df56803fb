import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";

export function TodayPage() {
  const t = useT();
  usePageTitle(t("today.title"));
  return <h1>{t("today.title")}</h1>;
}
