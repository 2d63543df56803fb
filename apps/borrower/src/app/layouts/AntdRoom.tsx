import { AppProviders } from "@daichao/ui/antd";
import { Outlet } from "react-router";

/** Applying, signing and repaying stand in antd; every other page never loads this file. */
export function AntdRoom() {
  return (
    <AppProviders app="borrower">
      <Outlet />
    </AppProviders>
  );
}
