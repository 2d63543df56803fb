import { lazy, Suspense } from "react";
import { Outlet, Route, Routes } from "react-router";
import { BusinessClockProvider } from "../lib/business-clock.tsx";
import { PageSkeleton } from "../ui/PageSkeleton.tsx";
import { Console } from "./layouts/Console.tsx";
import { RequirePermission } from "./layouts/RequirePermission.tsx";
import { RequireSignIn } from "./layouts/RequireSignIn.tsx";

const AuthPage = lazy(async () => ({ default: (await import("../pages/auth/AuthPage.tsx")).AuthPage }));
const HomePage = lazy(async () => ({ default: (await import("../pages/home/HomePage.tsx")).HomePage }));
const ApprovalsPage = lazy(async () => ({
  default: (await import("../pages/approvals/ApprovalsPage.tsx")).ApprovalsPage,
}));
const ProductsPage = lazy(async () => ({ default: (await import("../pages/products/ProductsPage.tsx")).ProductsPage }));
const ProductPage = lazy(async () => ({ default: (await import("../pages/products/ProductPage.tsx")).ProductPage }));
const LendingPage = lazy(async () => ({ default: (await import("../pages/lending/LendingPage.tsx")).LendingPage }));
const UsersPage = lazy(async () => ({ default: (await import("../pages/users/UsersPage.tsx")).UsersPage }));
const OddsPage = lazy(async () => ({ default: (await import("../pages/odds/OddsPage.tsx")).OddsPage }));
const PlacementsPage = lazy(async () => ({
  default: (await import("../pages/placements/PlacementsPage.tsx")).PlacementsPage,
}));
const RolesPage = lazy(async () => ({ default: (await import("../pages/roles/RolesPage.tsx")).RolesPage }));
const SystemPage = lazy(async () => ({ default: (await import("../pages/system/SystemPage.tsx")).SystemPage }));
const MissingPage = lazy(async () => ({ default: (await import("../pages/missing/MissingPage.tsx")).MissingPage }));

function Signed() {
  return (
    <BusinessClockProvider>
      <Console />
    </BusinessClockProvider>
  );
}

const behind = {
  approvals: (
    <RequirePermission permission="approval:read">
      <Outlet />
    </RequirePermission>
  ),
  listings: (
    <RequirePermission permission="listing:read">
      <Outlet />
    </RequirePermission>
  ),
  lending: (
    <RequirePermission permission="application:read">
      <Outlet />
    </RequirePermission>
  ),
  accounts: (
    <RequirePermission permission="account:read">
      <Outlet />
    </RequirePermission>
  ),
  roles: (
    <RequirePermission permission="role:read">
      <Outlet />
    </RequirePermission>
  ),
  odds: (
    <RequirePermission permission="odds:read">
      <Outlet />
    </RequirePermission>
  ),
  placements: (
    <RequirePermission permission="placement:read">
      <Outlet />
    </RequirePermission>
  ),
  system: (
    <RequirePermission permission="parameter:read">
      <Outlet />
    </RequirePermission>
  ),
};

/** Path to page, and the permission a page asks for. All but sign-in stand behind it, inside the console. */
export function Router() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route path="auth" element={<AuthPage />} />
        <Route element={<RequireSignIn />}>
          <Route element={<Signed />}>
            <Route index element={<HomePage />} />
            <Route element={behind.approvals}>
              <Route path="approvals/:id?" element={<ApprovalsPage />} />
            </Route>
            <Route element={behind.listings}>
              <Route path="products" element={<ProductsPage />} />
              <Route path="products/:id" element={<ProductPage />} />
            </Route>
            <Route element={behind.lending}>
              <Route path="lending/:id?" element={<LendingPage />} />
            </Route>
            <Route element={behind.accounts}>
              <Route path="users/:kind?/:id?" element={<UsersPage />} />
            </Route>
            <Route element={behind.roles}>
              <Route path="roles" element={<RolesPage />} />
            </Route>
            <Route element={behind.placements}>
              <Route path="placements" element={<PlacementsPage />} />
            </Route>
            <Route element={behind.odds}>
              <Route path="odds" element={<OddsPage />} />
            </Route>
            <Route element={behind.system}>
              <Route path="system/:tab?" element={<SystemPage />} />
            </Route>
            <Route path="*" element={<MissingPage />} />
          </Route>
        </Route>
      </Routes>
    </Suspense>
  );
}
