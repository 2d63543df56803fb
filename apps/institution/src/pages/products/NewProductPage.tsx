import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";

export function NewProductPage() {
  const t = useT();
  usePageTitle(t("products.new"));
  return <h1>{t("products.new")}</h1>;
}
