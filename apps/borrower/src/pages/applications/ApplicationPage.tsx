import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function ApplicationPage() {
  return <PageSkeleton />;
}
