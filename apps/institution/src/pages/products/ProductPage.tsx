import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";

export function ProductPage() {
  const t = useT();
  usePageTitle(t("products.title"));
  return <h1>{t("products.title")}</h1>;
}
