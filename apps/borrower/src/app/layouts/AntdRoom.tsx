import { AppProviders } from "@daichao/ui/antd";
import { Outlet } from "react-router";

/** The working pages stand in antd; the public ones never load this file. */
export function AntdRoom() {
  return (
    <AppProviders app="borrower">
      <Outlet />
    </AppProviders>
  );
}
