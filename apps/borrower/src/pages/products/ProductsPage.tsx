import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function ProductsPage() {
  return <PageSkeleton />;
}
