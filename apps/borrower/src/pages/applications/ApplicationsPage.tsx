import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function ApplicationsPage() {
  return <PageSkeleton />;
}
