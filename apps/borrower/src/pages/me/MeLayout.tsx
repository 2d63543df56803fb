import { Outlet } from "react-router";

export function MeLayout() {
  return <Outlet />;
}
