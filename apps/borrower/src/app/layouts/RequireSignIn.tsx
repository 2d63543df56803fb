import { rememberReturnUrl } from "@daichao/client";
import { ErrorState, LinkButton } from "@daichao/ui/light";
import { Navigate, Outlet, useLocation } from "react-router";
import { useSession } from "../../lib/session.tsx";
import { useT } from "../../lib/texts.ts";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

/** Behind it are pages of a signed-in borrower; a guest signs in first and comes back to the same address. */
export function RequireSignIn() {
  const { isKnown, isSignedIn, failure, retry } = useSession();
  const t = useT();
  const { pathname, search, hash } = useLocation();
  if (!isKnown) return <PageSkeleton />;
  if (isSignedIn) return <Outlet />;
  // Not knowing is not the same as nobody being here: no one is sent away because a request was lost.
  if (failure !== null) {
    const kept = failure.kind === "network" && <LinkButton href="/products">{t("offline.products")}</LinkButton>;
    return <ErrorState failure={failure} onRetry={retry} action={kept} />;
  }
  rememberReturnUrl(`${pathname}${search}${hash}`);
  return <Navigate to="/auth" replace />;
}
