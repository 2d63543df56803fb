import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function ApplyPage() {
  return <PageSkeleton />;
}
