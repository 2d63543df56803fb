import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function PrivacyPage() {
  return <PageSkeleton />;
}
