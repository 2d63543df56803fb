import { ErrorState, LinkButton } from "@daichao/ui/light";
import { lazy, Suspense, useEffect, useRef } from "react";
import { useNavigate } from "react-router";
import { useCreateDraft } from "../../features/applications/useCreateDraft.ts";
import type { CreateDraftInput, RepaymentMethod } from "../../gql/graphql.ts";
import { noteActivity } from "../../lib/activity.ts";
import { amountIn, firstNeed, termIn, yuan } from "../../lib/need.ts";
import { useT } from "../../lib/texts.ts";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

const UnavailableProducts = lazy(async () => ({
  default: (await import("../../features/catalog/UnavailableProducts.tsx")).UnavailableProducts,
}));

const methods: readonly RepaymentMethod[] = ["EQUAL_INSTALMENT", "EQUAL_PRINCIPAL", "INTEREST_ONLY_BULLET", "BULLET"];

function wishIn(productIds: readonly string[], params: URLSearchParams): Omit<CreateDraftInput, "idempotencyKey"> {
  return {
    productIds: [...new Set(productIds)].slice(0, 10),
    amount: yuan(amountIn(params) ?? firstNeed.amount),
    termCount: termIn(params) ?? firstNeed.term,
    method: methods.find((method) => method === params.get("method")) ?? null,
  };
}

/** Opens one draft for the products of the address and takes its place there. */
export function NewDraft({ productIds, params }: { productIds: readonly string[]; params: URLSearchParams }) {
  const t = useT();
  const navigate = useNavigate();
  const { submit, failure } = useCreateDraft();
  const begin = () =>
    void submit(wishIn(productIds, params)).then(async (data) => {
      if (data === null) return;
      for (const productId of productIds) noteActivity({ kind: "APPLICATION_STARTED", productId });
      await navigate(`/apply/${data.createDraft.id}/need`, { replace: true });
    });
  const start = useRef(begin);
  useEffect(() => start.current(), []);
  if (failure === null) return <PageSkeleton />;
  if (failure.code === "PRODUCT_NOT_AVAILABLE") {
    const { amount, term } = { amount: amountIn(params) ?? firstNeed.amount, term: termIn(params) ?? firstNeed.term };
    return (
      <Suspense fallback={<PageSkeleton />}>
        <UnavailableProducts productIds={productIds} amount={amount} term={term} />
      </Suspense>
    );
  }
  return (
    <ErrorState
      failure={failure}
      title={t("apply.notBegun")}
      onRetry={failure.retryable || failure.kind === "network" ? begin : undefined}
      action={<LinkButton href="/products">{t("missing.action")}</LinkButton>}
    />
  );
}
