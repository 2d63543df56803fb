import { useConnection, useConnectionRetry, useHeldPage } from "@daichao/client";
import { BankIcon, CalendarIcon, DocumentIcon, ErrorBoundary, HomeIcon, UserIcon } from "@daichao/ui";
import type { ShellTab } from "@daichao/ui/light";
import { AppShell, ConnectionBanner } from "@daichao/ui/light";
import { lazy, Suspense, useEffect, useState } from "react";
import { Outlet, useLocation, useNavigate } from "react-router";
import { lazyExtra } from "../../lib/lazy-extra.ts";
import { useSamePerson, useSession } from "../../lib/session.tsx";
import { accountTexts, addTexts, useT } from "../../lib/texts.ts";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";
import { onSessionEnd } from "../providers.tsx";
import { PrecheckTakeover } from "./PrecheckTakeover.tsx";
import { RouteFocus } from "./RouteFocus.tsx";
import { ShellActions } from "./ShellActions.tsx";
import { ShellFooter } from "./ShellFooter.tsx";

const Offline = lazyExtra(async () => (await import("./Offline.tsx")).Offline);

const tabs = [
  { href: "/", label: "tab.home", icon: HomeIcon },
  { href: "/products", label: "tab.products", icon: BankIcon },
  { href: "/applications", label: "tab.applications", icon: DocumentIcon },
  { href: "/loans", label: "tab.loans", icon: CalendarIcon },
  { href: "/me", label: "tab.me", icon: UserIcon },
] as const;

function isWithin(pathname: string, href: string): boolean {
  return href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);
}

const SignInAgain = lazy(async () => {
  const [{ SignInAgain: part }] = await Promise.all([import("./SignInAgain.tsx"), addTexts(accountTexts)]);
  return { default: part };
});

/** When the session ends under a page: signing in again over it, and everything goes on as it was. */
function HeldPage() {
  const isHeld = useHeldPage(useSamePerson());
  return isHeld ? (
    <Suspense>
      <SignInAgain />
    </Suspense>
  ) : null;
}

function Banner() {
  return <ConnectionBanner state={useConnection()} onRetry={useConnectionRetry()} />;
}

/** True once the first page has long been standing: what nobody waits for begins then. */
function useIdle(): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setIdle(true), 3_000);
    return () => clearTimeout(wait);
  }, []);
  return isIdle;
}

/** The frame around every page: header, five tabs, connection banner, footer. */
export function Shell() {
  const t = useT();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const isIdle = useIdle();
  const { isSignedIn } = useSession();
  useEffect(() => onSessionEnd(() => void navigate("/auth?ended=1")), [navigate]);
  const shown: readonly ShellTab[] = tabs.map(({ href, label, icon }) => ({
    href,
    icon,
    label: t(label),
    // Applying belongs to the applications, wherever it began.
    active: isWithin(pathname, href) || (href === "/applications" && isWithin(pathname, "/apply")),
  }));
  return (
    <AppShell
      brand={t("brand.name")}
      tabs={shown}
      actions={<ShellActions />}
      banner={<Banner />}
      footer={<ShellFooter />}
    >
      <RouteFocus />
      <PrecheckTakeover />
      {isSignedIn && <HeldPage />}
      {isIdle && (
        <Suspense>
          <Offline />
        </Suspense>
      )}
      <ErrorBoundary resetKey={pathname}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
    </AppShell>
  );
}
