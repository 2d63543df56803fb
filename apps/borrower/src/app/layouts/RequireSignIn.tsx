import { rememberReturnUrl } from "@daichao/client";
import { ErrorState } from "@daichao/ui/light";
import { Navigate, Outlet, useLocation } from "react-router";
import { useSession } from "../../lib/session.tsx";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

/** Behind it are pages of a signed-in borrower; a guest signs in first and comes back to the same address. */
export function RequireSignIn() {
  const { isKnown, isSignedIn, failure, retry } = useSession();
  const { pathname, search, hash } = useLocation();
  if (!isKnown) return <PageSkeleton />;
  if (isSignedIn) return <Outlet />;
  // Not knowing is not the same as nobody being here: no one is sent away because a request was lost.
  if (failure !== null) return <ErrorState failure={failure} onRetry={retry} />;
  rememberReturnUrl(`${pathname}${search}${hash}`);
  return <Navigate to="/auth" replace />;
}
