import { Button, Dialog, TextArea, useToast } from "@daichao/ui/light";
import { useState } from "react";
import { useT } from "../../lib/texts.ts";
import { FormFailure } from "../../ui/FormFailure.tsx";
import styles from "./Product.module.css";
import { useListingSteps } from "./useSaveProduct.ts";

export interface UnpublishDialogProps {
  productId: string;
  openApplicationCount: number;
  open: boolean;
  onClose: () => void;
}

/** Takes a product off the shelf; open applications go on. */
export function UnpublishDialog({ productId, openApplicationCount, open, onClose }: UnpublishDialogProps) {
  const t = useT();
  const toast = useToast();
  const [reason, setReason] = useState("");
  const { unpublish, failure, isBusy } = useListingSteps(productId);
  const take = async () => {
    if (!(await unpublish(reason.trim()))) return;
    toast({ message: t("product.unpublished"), family: "success" });
    onClose();
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("product.unpublishTitle")}
      footer={
        <>
          <Button onClick={onClose}>{t("action.cancel")}</Button>
          <Button variant="danger" loading={isBusy} disabled={reason.trim() === ""} onClick={() => void take()}>
            {t("product.unpublish")}
          </Button>
        </>
      }
    >
      <div className={styles.dialog}>
        <p>{t("product.unpublishNote", { count: openApplicationCount })}</p>
        <TextArea
          label={t("product.unpublishReason")}
          required
          rows={2}
          maxLength={200}
          value={reason}
          onValueChange={setReason}
        />
        <FormFailure failure={failure} />
      </div>
    </Dialog>
  );
}
