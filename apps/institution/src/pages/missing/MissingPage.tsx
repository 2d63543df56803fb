import { EmptyState, LinkButton } from "@daichao/ui/light";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";

export function MissingPage() {
  const t = useT();
  usePageTitle(t("missing.title"));
  return (
    <EmptyState
      title={<h1>{t("missing.title")}</h1>}
      reason={t("missing.reason")}
      action={
        <LinkButton href="/" variant="primary">
          {t("missing.action")}
        </LinkButton>
      }
    />
  );
}
