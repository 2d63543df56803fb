import { useQuery, useSubscription } from "@apollo/client/react";
import { useCan, useConnection, useConnectionRetry } from "@daichao/client";
import {
  BankIcon,
  CheckIcon,
  ErrorBoundary,
  EyeIcon,
  HomeIcon,
  PinIcon,
  SettingsIcon,
  ShopIcon,
  SyncIcon,
  UserIcon,
} from "@daichao/ui";
import type { RailGroup } from "@daichao/ui/antd";
import { ConnectionBanner, RouteFocus, StaffShell } from "@daichao/ui/antd";
import { formatDay } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Suspense, useEffect } from "react";
import { Outlet, useLocation, useNavigate, useNavigationType } from "react-router";
import { useSignOut } from "../../features/identity/useSignOut.ts";
import { graphql } from "../../gql/index.ts";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useSession } from "../../lib/session.ts";
import { useT } from "../../lib/texts.ts";
import { useRefresh } from "../../lib/use-refresh.ts";
import { PageSkeleton } from "../../ui/PageSkeleton.tsx";
import { onSessionEnd } from "../providers.tsx";
import { SignInAgain } from "./SignInAgain.tsx";

const ConsoleDocument = graphql(`
  query Console {
    approvals(filter: { state: PENDING }, first: 50) {
      edges {
        node {
          id
          canDecide
        }
      }
    }
  }
`);

const ConsoleApprovalChangedDocument = graphql(`
  subscription ConsoleApprovalChanged {
    approvalChanged {
      id
      state
      canDecide
    }
  }
`);

/** How many wishes wait for this person's verdict. */
function useWaiting(mayRead: boolean): number {
  const { data, refetch } = useQuery(ConsoleDocument, { skip: !mayRead });
  const refresh = useRefresh(refetch, 1_000);
  useSubscription(ConsoleApprovalChangedDocument, { onData: refresh, ignoreResults: true, skip: !mayRead });
  return data?.approvals.edges.filter(({ node }) => node.canDecide).length ?? 0;
}

const isWithin = (pathname: string, href: string): boolean =>
  href === "/" ? pathname === "/" : pathname === href || pathname.startsWith(`${href}/`);

/** Groups that have pages, with the pages this person may see. */
function useRail(): readonly RailGroup[] {
  const t = useT();
  const may = useCan();
  const { pathname } = useLocation();
  const mayApprove = may("approval:read");
  const count = useWaiting(mayApprove);
  const badge = { count, label: t("nav.approvals.badge", { count }) };
  const groups = [
    { label: t("nav.group.overview"), items: [{ href: "/", label: t("nav.home"), icon: HomeIcon, isOpen: true }] },
    {
      label: t("nav.group.review"),
      items: [
        { href: "/approvals", label: t("nav.approvals"), icon: CheckIcon, isOpen: mayApprove, badge },
        { href: "/products", label: t("nav.products"), icon: ShopIcon, isOpen: may("listing:read") },
      ],
    },
    {
      label: t("nav.group.business"),
      items: [
        { href: "/lending", label: t("nav.lending"), icon: BankIcon, isOpen: may("application:read") },
        { href: "/placements", label: t("nav.placements"), icon: PinIcon, isOpen: may("placement:read") },
        { href: "/odds", label: t("nav.odds"), icon: SyncIcon, isOpen: may("odds:read") },
      ],
    },
    {
      label: t("nav.group.system"),
      items: [
        { href: "/users", label: t("nav.users"), icon: UserIcon, isOpen: may("account:read") },
        { href: "/roles", label: t("nav.roles"), icon: EyeIcon, isOpen: may("role:read") },
        { href: "/system", label: t("nav.system"), icon: SettingsIcon, isOpen: may("parameter:read") },
      ],
    },
  ];
  return groups
    .map(({ label, items }) => ({
      label,
      items: items
        .filter(({ isOpen }) => isOpen)
        .map(({ isOpen: _, ...item }) => ({ ...item, active: isWithin(pathname, item.href) })),
    }))
    .filter(({ items }) => items.length > 0);
}

function Banner() {
  return <ConnectionBanner state={useConnection()} onRetry={useConnectionRetry()} />;
}

function BusinessDay() {
  const t = useT();
  const { locale } = useLocale();
  const { today } = useBusinessClock();
  return today === null ? null : `${t("shell.day")} ${formatDay(today, locale)}`;
}

/** The frame around every page of the console. */
export function Console() {
  const t = useT();
  const { viewer } = useSession();
  const { pathname } = useLocation();
  const isReturn = useNavigationType() === "POP";
  const navigate = useNavigate();
  const signOut = useSignOut();
  const groups = useRail();
  useEffect(() => onSessionEnd(() => void navigate("/auth?ended=1")), [navigate]);
  return (
    <StaffShell
      brand={t("brand.name")}
      subtitle={t("brand.room")}
      groups={groups}
      title={<BusinessDay />}
      user={{ name: viewer?.displayName ?? "", role: t("shell.role") }}
      onSignOut={signOut}
      banner={<Banner />}
    >
      <RouteFocus pathname={pathname} isReturn={isReturn} />
      <SignInAgain />
      <ErrorBoundary resetKey={pathname}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </ErrorBoundary>
    </StaffShell>
  );
}
