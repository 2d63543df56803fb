import { useSubscription } from "@apollo/client/react";
import { useConnection, useConnectionRetry } from "@daichao/client";
import { BankIcon, CheckIcon, ErrorBoundary, HomeIcon, InboxIcon, ShopIcon } from "@daichao/ui";
import { ConnectionBanner, RouteFocus, StaffShell } from "@daichao/ui/antd";
import { formatDay, formatRoundMoney } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Suspense, useEffect, useState } from "react";
import { Outlet, useLocation, useMatch, useNavigate, useNavigationType } from "react-router";
import { useSignOut } from "../../features/identity/useSignOut.ts";
import { graphql } from "../../gql/index.ts";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useSession } from "../../lib/session.ts";
import { useKey } from "../../lib/shortcuts.tsx";
import { useT } from "../../lib/texts.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { useWaiting } from "../../lib/use-waiting.ts";
import { KeySheet } from "../../ui/KeySheet.tsx";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";
import { onSessionEnd } from "../providers.tsx";
import { SignInAgain } from "./SignInAgain.tsx";

const ShellApplicationChangedDocument = graphql(`
  subscription ShellApplicationChanged {
    applicationStatusChanged {
      id
      state
    }
  }
`);

const ShellApprovalChangedDocument = graphql(`
  subscription ShellApprovalChanged {
    approvalChanged {
      id
      state
      canDecide
    }
  }
`);

/** What waits, for the badges: asked again a moment after anything happened. */
function useLiveWaiting(): { cases: number; approvals: number } {
  const { cases, approvals, refetch } = useWaiting();
  const refresh = useRefresh(refetch, 1_500);
  useSubscription(ShellApplicationChangedDocument, { onData: refresh, onError: refresh, ignoreResults: true });
  useSubscription(ShellApprovalChangedDocument, { onData: refresh, onError: refresh, ignoreResults: true });
  return { cases: cases ?? 0, approvals };
}

const isWithin = (pathname: string, href: string): boolean =>
  href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);

function Banner() {
  return <ConnectionBanner state={useConnection()} onRetry={useConnectionRetry()} />;
}

function useRail() {
  const t = useT();
  const { pathname } = useLocation();
  const { cases, approvals } = useLiveWaiting();
  const items = [
    { href: "/", label: t("nav.today"), icon: HomeIcon },
    {
      href: "/cases",
      label: t("nav.cases"),
      icon: InboxIcon,
      badge: { count: cases, label: t("nav.cases.badge", { count: cases }) },
    },
    {
      href: "/approvals",
      label: t("nav.approvals"),
      icon: CheckIcon,
      badge: { count: approvals, label: t("nav.approvals.badge", { count: approvals }) },
    },
    { href: "/products", label: t("nav.products"), icon: ShopIcon },
    { href: "/loans", label: t("nav.loans"), icon: BankIcon },
  ];
  return [{ items: items.map((item) => ({ ...item, active: isWithin(pathname, item.href) })) }];
}

function BusinessDay() {
  const t = useT();
  const { locale } = useLocale();
  const { today } = useBusinessClock();
  return today === null ? null : `${t("shell.day")} ${formatDay(today, locale)}`;
}

/** The frame around every page of the workbench. */
export function Shell() {
  const t = useT();
  const { locale } = useLocale();
  const { viewer } = useSession();
  const { pathname } = useLocation();
  const isReturn = useNavigationType() === "POP";
  const navigate = useNavigate();
  const signOut = useSignOut();
  const groups = useRail();
  const isSplit = useMatch("/cases/*") !== null;
  const [isHelpOpen, setHelpOpen] = useState(false);
  useEffect(() => onSessionEnd(() => void navigate("/auth?ended=1")), [navigate]);
  useKey("?", () => setHelpOpen(true));
  const limit = viewer?.decisionLimit;
  const role = limit == null ? undefined : t("shell.limit", { amount: formatRoundMoney(limit, locale) });
  return (
    <StaffShell
      brand={t("brand.name")}
      subtitle={viewer?.institution?.shortName}
      groups={groups}
      title={<BusinessDay />}
      user={{ name: viewer?.displayName ?? "", role }}
      userItems={[{ key: "keys", label: t("shell.keys"), onPress: () => setHelpOpen(true) }]}
      onSignOut={signOut}
      banner={<Banner />}
      flush={isSplit}
    >
      <RouteFocus pathname={pathname} isReturn={isReturn} />
      <ErrorBoundary resetKey={pathname}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
      <SignInAgain />
      <KeySheet open={isHelpOpen} onClose={() => setHelpOpen(false)} />
    </StaffShell>
  );
}
