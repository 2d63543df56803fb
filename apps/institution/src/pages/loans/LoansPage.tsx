import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";

export function LoansPage() {
  const t = useT();
  usePageTitle(t("loans.title"));
  return <h1>{t("loans.title")}</h1>;
}
