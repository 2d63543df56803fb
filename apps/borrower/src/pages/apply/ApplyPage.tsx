import { EmptyState, LinkButton } from "@daichao/ui/light";
import { lazy } from "react";
import { useParams, useSearchParams } from "react-router";
import { accountTexts, addTexts, useT } from "../../lib/texts.ts";
import { NewDraft } from "./NewDraft.tsx";

// The form asks with the words of the borrower's own room.
const ApplyWizard = lazy(async () => {
  const [{ ApplyWizard: page }] = await Promise.all([import("./ApplyWizard.tsx"), addTexts(accountTexts)]);
  return { default: page };
});

/** Begins a draft for the products of the address, or goes on with one. */
export function ApplyPage() {
  const t = useT();
  const { draftId } = useParams();
  const [params] = useSearchParams();
  if (draftId !== undefined) return <ApplyWizard key={draftId} draftId={draftId} />;
  const productIds = (params.get("products") ?? "").split(",").filter((id) => id !== "");
  if (productIds.length > 0) return <NewDraft productIds={productIds} params={params} />;
  return (
    <EmptyState
      isPage
      title={t("apply.noProduct")}
      reason={t("apply.noProductReason")}
      action={
        <LinkButton href="/products" variant="primary">
          {t("missing.action")}
        </LinkButton>
      }
    />
  );
}
