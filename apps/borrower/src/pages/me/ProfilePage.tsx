import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function ProfilePage() {
  return <PageSkeleton />;
}
