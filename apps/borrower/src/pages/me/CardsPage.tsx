import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function CardsPage() {
  return <PageSkeleton />;
}
