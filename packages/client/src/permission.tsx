import type { ReactNode } from "react";
import { createContext, useContext } from "react";
import type { permissions } from "./contract.generated.ts";

type Codes = typeof permissions extends readonly (infer Code)[] ? Code & string : keyof typeof permissions & string;

/** `noun:verb`, as the api declares them. */
export type Permission = [Codes] extends [never] ? string : Codes;

/** All that permission checks need to know of a viewer. */
export interface ViewerPermissions {
  readonly permissions: readonly string[];
}

/** Whether the viewer holds the permission. It hides what would be refused; the refusing is the api's. */
export function can(viewer: ViewerPermissions | null | undefined, permission: Permission): boolean {
  return viewer?.permissions.includes(permission) ?? false;
}

const ViewerContext = createContext<ViewerPermissions | null>(null);

export function ViewerProvider({ viewer, children }: { viewer: ViewerPermissions | null; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

export function useCan(): (permission: Permission) => boolean {
  const viewer = useContext(ViewerContext);
  return (permission) => can(viewer, permission);
}

interface CanProps {
  permission: Permission;
  children: ReactNode;
  /** Shown to those who may not. */
  otherwise?: ReactNode;
}

export function Can({ permission, children, otherwise = null }: CanProps) {
  return useCan()(permission) ? children : otherwise;
}
