import { formatYuan } from "@daichao/finance";
import { expect, it } from "vitest";
import { guaranteeFee, sampleProduct } from "../../../tests/kit/sample-product.js";
import { quoteOf } from "../catalog/index.js";
import { paperOf } from "./contract-paper.rules.js";
import { sheetOf } from "./disclosure.rules.js";

it("2-08: the paper says every figure of the sheet: amounts, fees with payee, each instalment, hashes and the closing sentence", () => {
  const terms = sampleProduct({ fees: [guaranteeFee({ amount: 1_500n })], amountMax: 200_000_000n });
  const ask = {
    amount: 123_456_700n,
    annualRate: 72_525,
    termCount: 12,
    method: "EQUAL_INSTALMENT",
    startOn: "2026-09-24",
  } as const;
  const quote = quoteOf(terms, ask);
  const contingentCosts = [{ code: "PENALTY", name: "逾期罚息", standard: "合同利率的 1.5 倍" }];
  const parts = { institutionId: "i", institutionName: "江海消金", productVersionId: "v", productName: "安居装修贷" };
  const sheet = sheetOf({ ...parts, quote, contingentCosts, coolingOffDays: 7 });
  const blocks = paperOf({
    number: "HT20260924-0000000001",
    signedOn: "2026-09-24",
    borrower: { name: "林晓雨", identityNumberMasked: "1101************22", phoneMasked: "199****0001" },
    lender: {
      name: "江海消费金融有限公司",
      uscc: "91110000600037341L",
      licenceNumber: "L1",
      servicePhone: "400-800-1234",
    },
    cardMasked: "招商银行 **** 1234",
    purpose: "RENOVATION",
    sheet,
    sheetHash: "a".repeat(64),
  });
  const text = JSON.stringify(blocks);
  for (const said of [
    "1,234,567.00",
    "人民币壹佰贰拾叁万肆仟伍佰陆拾柒元整",
    "江海消费金融有限公司",
    "91110000600037341L",
    "林晓雨",
    "招商银行 **** 1234",
    "约定用途“装修”",
    "自放款日起 7 日内",
    "致电甲方 400-800-1234 即可行使",
    "7.2525%",
    "安信融资担保有限公司",
    "180.00",
    "逾期罚息",
    sheet.statement,
    quote.termsHash,
    "a".repeat(64),
  ])
    expect(text).toContain(said);
  const table = blocks.flatMap((block) => ("table" in block ? [block.table] : [])).at(-1) ?? [];
  expect(table).toHaveLength(quote.rows.length + 2);
  expect(table.at(-1)?.[2]).toBe("1,234,567.00");
  expect(table.at(-1)?.[5]?.replaceAll(",", "")).toBe(formatYuan(quote.totalPayment));
  for (const row of quote.rows) expect(text).toContain(row.dueOn);
  const first = quote.rows[0]?.payment.toString() ?? "";
  expect(text.replaceAll(",", "")).toContain(`${first.slice(0, -2)}.${first.slice(-2)}`);
});
