import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function ProductPage() {
  return <PageSkeleton />;
}
