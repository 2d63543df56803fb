import { WarningIcon } from "@daichao/ui";
import { Tag } from "@daichao/ui/light";
import { useT } from "../../lib/texts.ts";

/** The same bytes came with somebody else's application: a sign of fraud worth a look. */
export function DuplicateNote() {
  const t = useT();
  return (
    <Tag family="error" icon={WarningIcon}>
      {t("documents.duplicate")}
    </Tag>
  );
}
