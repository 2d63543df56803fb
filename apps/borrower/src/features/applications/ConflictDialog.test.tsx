import { formatMoney, formatTerm } from "@daichao/ui/format";
import { createTestI18n, TestTexts } from "@daichao/ui/testing";
import { cleanup, createEvent, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { NeedStep_DraftFragment } from "../../gql/graphql.ts";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import { ConflictDialog } from "./ConflictDialog.tsx";
import type { DraftEdits } from "./useDraftAutosave.ts";

afterEach(cleanup);

const own = { "zh-CN": { ...publicZh, ...lendingZh }, "en-US": { ...publicEn, ...lendingEn } };
type Locale = keyof typeof own;
const locales: readonly Locale[] = ["zh-CN", "en-US"];

const item = (id: string, isSelected: boolean) => ({
  __typename: "DraftItem" as const,
  isSelected,
  product: { __typename: "Product" as const, id, name: `Product ${id}` },
});
/** What the other device saved. */
const theirs = {
  __typename: "ApplicationDraft",
  id: "d1",
  amount: "80000.00",
  termCount: 24,
  purpose: "EDUCATION",
  method: "EQUAL_PRINCIPAL",
  items: [item("p1", true), item("p2", true), item("p3", false)],
} as unknown as NeedStep_DraftFragment;

function open(
  edits: DraftEdits,
  { locale = "zh-CN", draft = theirs }: { locale?: Locale; draft?: typeof theirs } = {},
) {
  const [onTheirs, onMine] = [vi.fn(), vi.fn()];
  render(
    <TestTexts own={own} locale={locale}>
      <ConflictDialog draft={draft} edits={edits} onTheirs={onTheirs} onMine={onMine} />
    </TestTexts>,
  );
  return { onTheirs, onMine };
}

const words = (locale: Locale, key: string): string => createTestI18n(locale, own).i18n._(key);
const dialogue = () => screen.getByRole("alertdialog", { hidden: true });
/** What stands in the table: the thing, mine, theirs. */
const lines = () =>
  within(dialogue())
    .queryAllByRole("row", { hidden: true })
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));

test.each(locales)("B-08: every thing changed here stands against what the other device saved (%s)", (locale) => {
  const said = (key: string) => words(locale, key);
  open(
    {
      amount: "51000.00",
      termCount: 12,
      purpose: "RENOVATION",
      method: "EQUAL_INSTALMENT",
      selectedProductIds: ["p2", "p3"],
    },
    { locale },
  );
  expect(lines()).toEqual([
    [said("need.amount"), formatMoney("51000.00"), formatMoney("80000.00")],
    [said("need.term"), formatTerm(12, locale), formatTerm(24, locale)],
    [said("apply.purpose"), said("loanPurpose.RENOVATION"), said("loanPurpose.EDUCATION")],
    [said("fact.method"), said("repaymentMethod.EQUAL_INSTALMENT"), said("repaymentMethod.EQUAL_PRINCIPAL")],
    [said("apply.products"), `Product p2${said("list.comma")}Product p3`, `Product p1${said("list.comma")}Product p2`],
  ]);
  const columns = within(dialogue()).getAllByRole("columnheader", { hidden: true });
  expect(columns.map((column) => column.textContent)).toEqual([
    said("apply.conflict.what"),
    said("apply.conflict.hereColumn"),
    said("apply.conflict.thereColumn"),
  ]);
});

test.each<[DraftEdits, string]>([
  [{ amount: "51000.00" }, "need.amount"],
  [{ termCount: 12 }, "need.term"],
  [{ purpose: "RENOVATION" }, "apply.purpose"],
  [{ method: "EQUAL_INSTALMENT" }, "fact.method"],
  [{ selectedProductIds: ["p1"] }, "apply.products"],
])("B-08: of %j nothing else is compared", (edits, label) => {
  open(edits);
  expect(lines().map(([what]) => what)).toEqual([words("zh-CN", label)]);
});

test("B-08: a method that was left open on either side is said to be open", () => {
  const any = words("zh-CN", "apply.methodAny");
  open({ method: null });
  expect(lines()[0]?.slice(1)).toEqual([any, words("zh-CN", "repaymentMethod.EQUAL_PRINCIPAL")]);
  cleanup();
  open({ method: "EQUAL_INSTALMENT" }, { draft: { ...theirs, method: null } });
  expect(lines()[0]?.slice(1)).toEqual([words("zh-CN", "repaymentMethod.EQUAL_INSTALMENT"), any]);
});

test("B-08: a step gone to here is no difference to be shown", () => {
  open({ currentStep: "documents" });
  expect(lines()).toEqual([]);
  expect(dialogue().textContent).toContain(words("zh-CN", "apply.conflict.text"));
});

test("B-08: each button says whose version counts, once and for that side only", () => {
  const first = open({ amount: "51000.00" });
  fireEvent.click(screen.getByText(words("zh-CN", "apply.conflict.mine")));
  expect([first.onMine.mock.calls.length, first.onTheirs.mock.calls.length]).toEqual([1, 0]);
  cleanup();
  const second = open({ amount: "51000.00" });
  fireEvent.click(screen.getByText(words("zh-CN", "apply.conflict.theirs")));
  expect([second.onMine.mock.calls.length, second.onTheirs.mock.calls.length]).toEqual([0, 1]);
});

test("B-08: Escape and a click beside the dialogue decide nothing: no change is dropped without an answer", () => {
  const { onMine, onTheirs } = open({ amount: "51000.00" });
  const cancel = createEvent("cancel", dialogue(), { cancelable: true });
  fireEvent(dialogue(), cancel);
  fireEvent.click(dialogue());
  expect(cancel.defaultPrevented).toBe(true);
  expect([onMine.mock.calls.length, onTheirs.mock.calls.length]).toEqual([0, 0]);
  expect(screen.getByText(words("zh-CN", "apply.conflict.mine"))).toBeDefined();
});
