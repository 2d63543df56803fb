import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function LoansPage() {
  return <PageSkeleton />;
}
