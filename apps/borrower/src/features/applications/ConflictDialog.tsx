import { formatTerm } from "@daichao/ui/format";
import { useLocale } from "@daichao/ui/i18n";
import { Money } from "@daichao/ui/light";
import type { NeedStep_DraftFragment } from "../../gql/graphql.ts";
import { useT } from "../../lib/texts.ts";
import type { ChangedLine } from "./ChangedElsewhere.tsx";
import { ChangedElsewhere } from "./ChangedElsewhere.tsx";
import type { DraftEdits } from "./useDraftAutosave.ts";

export interface ConflictDialogProps {
  /** What the other device saved. */
  draft: NeedStep_DraftFragment;
  /** What was changed here. */
  edits: DraftEdits;
  onTheirs: () => void;
  onMine: () => void;
}

/** Two devices changed one draft: both versions side by side, and the borrower says which one counts. */
export function ConflictDialog({ draft, edits, onTheirs, onMine }: ConflictDialogProps) {
  const t = useT();
  const { locale } = useLocale();
  const term = (count: number) => formatTerm(count, locale);
  const selected = (ids: readonly string[]) =>
    draft.items
      .filter(({ product }) => ids.includes(product.id))
      .map(({ product }) => product.name)
      .join(t("list.comma"));
  const method = (value: typeof draft.method | undefined) =>
    value == null ? t("apply.methodAny") : t(`repaymentMethod.${value}`);
  const lines: ChangedLine[] = [];
  if (edits.amount != null)
    lines.push({
      key: "amount",
      label: t("need.amount"),
      mine: <Money amount={edits.amount} />,
      theirs: <Money amount={draft.amount} />,
    });
  if (edits.termCount != null)
    lines.push({
      key: "term",
      label: t("need.term"),
      mine: term(edits.termCount),
      theirs: term(draft.termCount),
    });
  if (edits.purpose != null)
    lines.push({
      key: "purpose",
      label: t("apply.purpose"),
      mine: t(`loanPurpose.${edits.purpose}`),
      theirs: t(`loanPurpose.${draft.purpose}`),
    });
  if (edits.method !== undefined)
    lines.push({
      key: "method",
      label: t("fact.method"),
      mine: method(edits.method),
      theirs: method(draft.method),
    });
  if (edits.selectedProductIds != null)
    lines.push({
      key: "products",
      label: t("apply.products"),
      mine: selected(edits.selectedProductIds),
      theirs: selected(draft.items.filter((item) => item.isSelected).map((item) => item.product.id)),
    });
  return <ChangedElsewhere lines={lines} onTheirs={onTheirs} onMine={onMine} />;
}
