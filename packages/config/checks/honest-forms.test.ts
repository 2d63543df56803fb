import { expect, test } from "vitest";
import { findings } from "./honest-forms-rules.ts";

const source = (text: string) => findings("apps/borrower/src/Form.tsx", text);
const words = (text: string) => findings("apps/borrower/src/messages/zh-CN.json", JSON.stringify({ key: text }));

test("2-46: an agreement given in advance is found, one that waits for its reader is not", () => {
  expect(source("<Checkbox defaultChecked={isNew} />")).toHaveLength(1);
  expect(source("<Checkbox checked onCheckedChange={set}>")).toHaveLength(1);
  expect(source("const [hasAgreed, setAgreed] = useState(true);")).toHaveLength(1);
  expect(source("const [consents, setConsents] = useState<boolean>(true);")).toHaveLength(1);
  expect(source("const [hasAgreed, setAgreed] = useState(false); <Checkbox checked={hasAgreed} />")).toEqual([]);
  expect(source("const [isOpen, setOpen] = useState(true);")).toEqual([]);
});

test("2-46: words that promise, hurry, shame or hide a fee are found in both languages", () => {
  for (const text of ["秒批到账", "仅剩 3 个名额", "不用了，我不需要省钱", "其他费用以机构公示为准"])
    expect(words(text)).toHaveLength(1);
  for (const text of ["Guaranteed approval", "Hurry", "No, I prefer to pay more", "Other fees may apply"])
    expect(words(text)).toHaveLength(1);
  expect(words("不得使用“秒批”等禁用语")).toEqual([]);
  expect(words("每一项费用都算进年化综合成本")).toEqual([]);
});

test("2-46: small print is found", () => {
  expect(findings("a.css", ".fee { font-size: 10px; }")).toHaveLength(1);
  expect(findings("a.css", ".fee { font-size: 12px; }")).toEqual([]);
});
