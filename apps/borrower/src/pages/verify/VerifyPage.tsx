import { PageSkeleton } from "../../ui/PageSkeleton.tsx";

export function VerifyPage() {
  return <PageSkeleton />;
}
