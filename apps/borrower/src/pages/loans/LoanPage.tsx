import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function LoanPage() {
  return <PageSkeleton />;
}
