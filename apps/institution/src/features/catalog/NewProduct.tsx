import { Button, useToast } from "@daichao/ui/light";
import { useEffect } from "react";
import { useT } from "../../lib/texts.ts";
import { FormFailure } from "../../ui/FormFailure.tsx";
import { PreviewPanel } from "./PreviewPanel.tsx";
import styles from "./ProductEditor.module.css";
import { TermsFields } from "./TermsFields.tsx";
import { emptyTerms } from "./terms-form.ts";
import { useCreateProduct } from "./useSaveProduct.ts";
import { useTermsForm } from "./useTermsForm.ts";

/** A new product's first draft. */
export function NewProduct({ onCreated }: { onCreated: (id: string) => void }) {
  const t = useT();
  const toast = useToast();
  const editing = useTermsForm(emptyTerms, true);
  const { submit, failure, isSubmitting } = useCreateProduct();
  useEffect(() => editing.setRefusal(failure), [failure]);
  const create = async () => {
    if (editing.terms === null) return;
    const done = await submit({ terms: editing.terms });
    if (done === null) return;
    editing.reset(editing.form);
    toast({ message: t("product.created"), family: "success" });
    onCreated(done.createProduct.id);
  };
  return (
    <div className={styles.editor}>
      <div className={styles.main}>
        <TermsFields editing={editing} isFrozen={false} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by keyboard */}
      <aside className={styles.side} aria-label={t("preview.title")} tabIndex={0}>
        <div className={styles.actions}>
          <Button
            variant="primary"
            loading={isSubmitting}
            disabled={editing.terms === null || !editing.isDirty}
            onClick={() => void create()}
          >
            {t("product.create")}
          </Button>
        </div>
        <FormFailure failure={failure} />
        <PreviewPanel {...editing} />
      </aside>
    </div>
  );
}
