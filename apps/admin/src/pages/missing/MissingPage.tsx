import { EmptyState, LinkButton } from "@daichao/ui/light";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";

export function MissingPage() {
  const t = useT();
  usePageTitle(t("missing.title"));
  return (
    <EmptyState
      isPage
      title={t("missing.title")}
      reason={t("missing.reason")}
      action={<LinkButton href="/">{t("missing.action")}</LinkButton>}
    />
  );
}
