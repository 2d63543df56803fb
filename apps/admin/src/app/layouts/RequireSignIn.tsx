import { rememberReturnUrl } from "@daichao/client";
import { Navigate, Outlet, useLocation } from "react-router";
import { useSession } from "../../lib/session.ts";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

/** Behind it are pages of signed-in staff; whoever is not signs in first and comes back to the same address. */
export function RequireSignIn() {
  const { isKnown, isSignedIn } = useSession();
  const { pathname, search, hash } = useLocation();
  if (!isKnown) return <PageSkeleton />;
  if (isSignedIn) return <Outlet />;
  rememberReturnUrl(`${pathname}${search}${hash}`);
  return <Navigate to="/auth" replace />;
}
