import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function AuthPage() {
  return <PageSkeleton />;
}
