import { lazy, Suspense } from "react";
import { Route, Routes } from "react-router";
import { PageSkeleton } from "../ui/PageSkeleton.tsx";
import { RequireSignIn } from "./layouts/RequireSignIn.tsx";
import { Workbench } from "./layouts/Workbench.tsx";

const AuthPage = lazy(async () => ({ default: (await import("../pages/auth/AuthPage.tsx")).AuthPage }));
const TodayPage = lazy(async () => ({ default: (await import("../pages/today/TodayPage.tsx")).TodayPage }));
const CasesPage = lazy(async () => ({ default: (await import("../pages/cases/CasesPage.tsx")).CasesPage }));
const ApprovalsPage = lazy(async () => ({
  default: (await import("../pages/approvals/ApprovalsPage.tsx")).ApprovalsPage,
}));
const ProductsPage = lazy(async () => ({ default: (await import("../pages/products/ProductsPage.tsx")).ProductsPage }));
const NewProductPage = lazy(async () => ({
  default: (await import("../pages/products/NewProductPage.tsx")).NewProductPage,
}));
const ProductPage = lazy(async () => ({ default: (await import("../pages/products/ProductPage.tsx")).ProductPage }));
const LoansPage = lazy(async () => ({ default: (await import("../pages/loans/LoansPage.tsx")).LoansPage }));
const LoanPage = lazy(async () => ({ default: (await import("../pages/loans/LoanPage.tsx")).LoanPage }));
const MissingPage = lazy(async () => ({ default: (await import("../pages/missing/MissingPage.tsx")).MissingPage }));

/** Path to page. All but sign-in stand behind it, inside the workbench. */
export function Router() {
  return (
    <Suspense fallback={<PageSkeleton />}>
      <Routes>
        <Route path="auth" element={<AuthPage />} />
        <Route element={<RequireSignIn />}>
          <Route element={<Workbench />}>
            <Route index element={<TodayPage />} />
            <Route path="cases/:id?" element={<CasesPage />} />
            <Route path="approvals/:id?" element={<ApprovalsPage />} />
            <Route path="products" element={<ProductsPage />} />
            <Route path="products/new" element={<NewProductPage />} />
            <Route path="products/:id" element={<ProductPage />} />
            <Route path="loans" element={<LoansPage />} />
            <Route path="loans/:id" element={<LoanPage />} />
            <Route path="*" element={<MissingPage />} />
          </Route>
        </Route>
      </Routes>
    </Suspense>
  );
}
