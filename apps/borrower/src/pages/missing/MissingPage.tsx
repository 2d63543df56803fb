import { LinkButton } from "@daichao/ui/light";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { NothingHere } from "../../ui/NothingHere.tsx";

export function MissingPage() {
  const t = useT();
  usePageTitle(t("missing.title"));
  return (
    <NothingHere title={t("missing.title")} reason={t("missing.reason")}>
      <LinkButton href="/products" variant="primary">
        {t("missing.action")}
      </LinkButton>
    </NothingHere>
  );
}
