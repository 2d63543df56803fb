import type { Catalogues } from "@daichao/ui/i18n";
import type { ComponentType } from "react";
import { lazy } from "react";
import { Navigate, Route, Routes } from "react-router";
import { accountTexts, addTexts, findingTexts, lendingTexts, matchingTexts, noticeTexts } from "../lib/texts.ts";
import { RequireSignIn } from "./layouts/RequireSignIn.tsx";
import { Shell } from "./layouts/Shell.tsx";

type Page = ComponentType<Record<never, never>>;

// A page and the texts it speaks arrive together.
function room(load: () => Promise<Page>, texts?: Catalogues) {
  return lazy(async () => {
    const [page] = await Promise.all([load(), texts === undefined ? undefined : addTexts(texts)]);
    return { default: page };
  });
}

const loadHome = async () => (await import("../pages/home/HomePage.tsx")).HomePage;
const loadProducts = async () => (await import("../pages/products/ProductsPage.tsx")).ProductsPage;
const loadProduct = async () => (await import("../pages/products/ProductPage.tsx")).ProductPage;

/** Fetches the page of an address while its texts are still on their way. */
export function fetchAhead(pathname: string): void {
  if (pathname === "/") void loadHome().catch(() => undefined);
  if (pathname === "/products") void loadProducts().catch(() => undefined);
  if (pathname.startsWith("/products/")) void loadProduct().catch(() => undefined);
}

const HomePage = room(loadHome);
const ProductsPage = room(loadProducts);
const ProductPage = room(loadProduct);
const ComparePage = room(async () => (await import("../pages/compare/ComparePage.tsx")).ComparePage, findingTexts);
const CalculatorPage = room(
  async () => (await import("../pages/calculator/CalculatorPage.tsx")).CalculatorPage,
  findingTexts,
);
const VerifyPage = room(async () => (await import("../pages/verify/VerifyPage.tsx")).VerifyPage);
const PromisesPage = room(async () => (await import("../pages/promises/PromisesPage.tsx")).PromisesPage, matchingTexts);
const MissingPage = room(async () => (await import("../pages/missing/MissingPage.tsx")).MissingPage);

const AntdRoom = room(async () => (await import("./layouts/AntdRoom.tsx")).AntdRoom);
const AuthPage = room(async () => (await import("../pages/auth/AuthPage.tsx")).AuthPage, accountTexts);
const MeLayout = room(async () => (await import("../pages/me/MeLayout.tsx")).MeLayout, accountTexts);
const ProfilePage = room(async () => (await import("../pages/me/ProfilePage.tsx")).ProfilePage);
const DocumentsPage = room(async () => (await import("../pages/me/DocumentsPage.tsx")).DocumentsPage);
const CardsPage = room(async () => (await import("../pages/me/CardsPage.tsx")).CardsPage);
const PrivacyPage = room(async () => (await import("../pages/me/PrivacyPage.tsx")).PrivacyPage, noticeTexts);
const SecurityPage = room(async () => (await import("../pages/me/SecurityPage.tsx")).SecurityPage);

const SavedPage = room(async () => (await import("../pages/me/SavedPage.tsx")).SavedPage, noticeTexts);
const NotificationsPage = room(
  async () => (await import("../pages/me/NotificationsPage.tsx")).NotificationsPage,
  noticeTexts,
);
const MessagesPage = room(async () => (await import("../pages/messages/MessagesPage.tsx")).MessagesPage, noticeTexts);

const ApplyPage = room(async () => (await import("../pages/apply/ApplyPage.tsx")).ApplyPage, lendingTexts);
const ApplicationsPage = room(
  async () => (await import("../pages/applications/ApplicationsPage.tsx")).ApplicationsPage,
  lendingTexts,
);
const ApplicationPage = room(
  async () => (await import("../pages/applications/ApplicationPage.tsx")).ApplicationPage,
  lendingTexts,
);
const OffersPage = room(async () => (await import("../pages/applications/OffersPage.tsx")).OffersPage, lendingTexts);
const LoansPage = room(async () => (await import("../pages/loans/LoansPage.tsx")).LoansPage, lendingTexts);
const LoanPage = room(async () => (await import("../pages/loans/LoanPage.tsx")).LoanPage, lendingTexts);

/** Path to page. Only what stands inside AntdRoom loads antd. */
export function Router() {
  return (
    <Routes>
      <Route element={<Shell />}>
        <Route index element={<HomePage />} />
        <Route path="products" element={<ProductsPage />} />
        <Route path="products/:slug" element={<ProductPage />} />
        <Route path="compare" element={<ComparePage />} />
        <Route path="calculator" element={<CalculatorPage />} />
        <Route path="verify" element={<VerifyPage />} />
        <Route path="promises" element={<PromisesPage />} />
        <Route path="auth/:mode?" element={<AuthPage />} />
        <Route element={<RequireSignIn />}>
          <Route path="me" element={<MeLayout />}>
            <Route index element={<Navigate to="profile" replace />} />
            <Route path="profile" element={<ProfilePage />} />
            <Route path="documents" element={<DocumentsPage />} />
            <Route path="cards" element={<CardsPage />} />
            <Route path="privacy" element={<PrivacyPage />} />
            <Route path="security" element={<SecurityPage />} />
            <Route path="saved" element={<SavedPage />} />
            <Route path="notifications" element={<NotificationsPage />} />
          </Route>
          <Route path="messages" element={<MessagesPage />} />
        </Route>
        <Route element={<RequireSignIn />}>
          <Route element={<AntdRoom />}>
            <Route path="apply/:draftId?/:step?" element={<ApplyPage />} />
            <Route path="applications" element={<ApplicationsPage />} />
            <Route path="applications/offers" element={<OffersPage />} />
            <Route path="applications/:id" element={<ApplicationPage />} />
            <Route path="loans" element={<LoansPage />} />
            <Route path="loans/:id" element={<LoanPage />} />
          </Route>
        </Route>
        <Route path="*" element={<MissingPage />} />
      </Route>
    </Routes>
  );
}
