import { Can } from "@daichao/client";
import { LeftIcon } from "@daichao/ui";
import { EmptyState, LinkButton } from "@daichao/ui/light";
import { useNavigate } from "react-router";
import { NewProduct } from "../../features/catalog/NewProduct.tsx";
import { usePageTitle } from "../../lib/page-title.ts";
import { useT } from "../../lib/texts.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import styles from "./Products.module.css";

export function NewProductPage() {
  const t = useT();
  const navigate = useNavigate();
  usePageTitle(t("products.new"));
  return (
    <div className={styles.page}>
      <PageHead
        title={t("products.new")}
        actions={
          <LinkButton size="small" icon={LeftIcon} href="/products">
            {t("products.list")}
          </LinkButton>
        }
      />
      <Can permission="listing:write" otherwise={<EmptyState title={t("product.readOnly")} />}>
        <NewProduct onCreated={(id) => void navigate(`/products/${id}`, { replace: true })} />
      </Can>
    </div>
  );
}
