import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function SecurityPage() {
  return <PageSkeleton />;
}
