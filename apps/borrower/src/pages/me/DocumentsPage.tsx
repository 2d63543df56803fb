import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function DocumentsPage() {
  return <PageSkeleton />;
}
