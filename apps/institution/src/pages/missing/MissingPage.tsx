import { EmptyState, LinkButton } from "@daichao/ui/light";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { PageTitle } from "../../ui/PageTitle.tsx";

export function MissingPage() {
  const t = useT();
  usePageTitle(t("missing.title"));
  return (
    <EmptyState
      title={<PageTitle>{t("missing.title")}</PageTitle>}
      reason={t("missing.reason")}
      action={
        <LinkButton href="/" variant="primary">
          {t("missing.action")}
        </LinkButton>
      }
    />
  );
}
