import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";

export function ApprovalsPage() {
  const t = useT();
  usePageTitle(t("approvals.title"));
  return <h1>{t("approvals.title")}</h1>;
}
