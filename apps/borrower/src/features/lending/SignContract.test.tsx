import { ClientProvider } from "@daichao/client";
import { createTestClient, refusal } from "@daichao/client/testing";
import { ToastRegion } from "@daichao/ui/light";
import { createTestI18n, TestTexts } from "@daichao/ui/testing";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { SignContractMutation } from "../../gql/graphql.ts";
import lendingEn from "../../lib/lending/messages/en-US.json";
import lendingZh from "../../lib/lending/messages/zh-CN.json";
import publicEn from "../../messages/en-US.json";
import publicZh from "../../messages/zh-CN.json";
import type { SignContractProps } from "./SignContract.tsx";
import { SignContract } from "./SignContract.tsx";

afterEach(cleanup);

const own = { "zh-CN": { ...publicZh, ...lendingZh }, "en-US": { ...publicEn, ...lendingEn } };
type Locale = keyof typeof own;
type Answer = ReturnType<typeof refusal>;

const application: SignContractProps["application"] = {
  __typename: "Application",
  id: "a1",
  permittedActions: ["SIGN"],
  disclosure: { __typename: "CostDisclosure", id: "s1", confirmedAt: "2026-11-22T06:00:00Z" },
  institution: { __typename: "Institution", id: "i1", shortName: "Huaxia" },
};
const borrower: SignContractProps["borrower"] = {
  __typename: "Borrower",
  id: "b1",
  nameMasked: "林**",
  bankCards: [{ __typename: "BankCard", id: "c1", bankName: "Bank", numberMasked: "**** 0001" }],
};
const preview: Answer = {
  data: {
    previewContract: {
      __typename: "ContractPreview",
      number: "DC-2026-7",
      title: "个人借款合同",
      paperHash: "ab12",
      blocks: [
        {
          __typename: "ContractBlock",
          kind: "NOTE",
          lines: ["年化综合成本 12.00%"],
          groups: [],
          rows: [],
          numericFrom: 0,
        },
      ],
    },
  },
};
const codeSent: Answer = {
  data: {
    requestSigningCode: {
      __typename: "CodeRequest",
      challengeId: "ch1",
      expiresAt: "2026-11-22T06:10:00Z",
      phoneMasked: "138****0001",
      resendAfterSeconds: 60,
    },
  },
};

interface World {
  locale?: Locale;
  sign: (input: Record<string, unknown>) => Answer | Promise<Answer>;
  read?: () => Answer;
}

/** The signing half of an application whose sheet was confirmed; `sign` is what the api says to a signature. */
function open({ locale = "zh-CN", sign, read = () => preview }: World) {
  const signatures: Record<string, unknown>[] = [];
  const onReload = vi.fn();
  const client = createTestClient({
    PreviewContract: read,
    RequestSigningCode: codeSent,
    SignContract: ({ input }) => {
      signatures.push(input as Record<string, unknown>);
      return sign(input as Record<string, unknown>) as Answer;
    },
  });
  render(
    <TestTexts own={own} locale={locale}>
      <ClientProvider client={client}>
        <ToastRegion>
          <SignContract application={application} borrower={borrower} bindCard={() => null} onReload={onReload} />
        </ToastRegion>
      </ClientProvider>
    </TestTexts>,
  );
  const words = (key: keyof typeof lendingZh, values = {}): string => createTestI18n(locale, own).i18n._(key, values);
  const box = (key: keyof typeof lendingZh) => screen.getByLabelText(words(key)) as HTMLInputElement;
  return {
    signatures,
    onReload,
    words,
    box,
    /** Reads the text, asks for the code, writes name and code. */
    async fill(code: string) {
      await screen.findByText("年化综合成本 12.00%");
      fireEvent.change(box("sign.name"), { target: { value: "林晓雨" } });
      fireEvent.click(screen.getByRole("button", { name: words("sign.send") }));
      await screen.findByText(words("sign.sent", { phone: "138****0001" }));
      fireEvent.change(box("sign.codeLabel"), { target: { value: code } });
    },
    press: () => fireEvent.click(screen.getByRole("button", { name: words("sign.action") })),
    formError: () => within(box("sign.name").closest("form") as HTMLFormElement).queryByRole("alert")?.textContent,
  };
}
const overCap = (message: string) =>
  refusal("LENDING_RATE_CAP_EXCEEDED", "conflict", { message, params: { actual: "0.120000", cap: "0.119999" } });
const contracted: SignContractMutation["signContract"] = {
  __typename: "Application",
  id: "a1",
  number: "AP-7",
  version: 9,
  state: "CONTRACTED",
  step: "APPROVED",
  permittedActions: [],
  isOpen: true,
  isClockPaused: false,
  dueAt: null,
  forecast: null,
  offerAcceptedAt: null,
  submittedAt: "2026-11-20T06:00:00Z",
  amount: "50000.00",
  termCount: 24,
  purpose: "RENOVATION",
  method: "EQUAL_INSTALMENT",
  quotedAnnualCost: "0.120000",
  quotedAnnualRate: "0.120000",
  quotedFirstPayment: "2353.67",
  quotedTotalPayment: "56488.17",
  institution: {
    __typename: "Institution",
    id: "i1",
    name: "Huaxia",
    shortName: "Huaxia",
    monogram: "H",
    servicePhone: "400-800-1234",
  },
  product: { __typename: "Product", id: "p1", name: "Loan" },
  disclosure: null,
  contract: null,
  loan: null,
  disbursement: null,
  canRequestHumanReview: false,
  offers: [],
  timeline: [],
  documentRequests: [],
  refusalReasons: [],
  refusalAdvice: [],
};
const signed: Answer = { data: { signContract: contracted } };

test.each<[Locale, string]>([
  ["zh-CN", "该贷款的年化综合成本 12.00% 超过现行上限 11.9999%，不能签约。请联系机构调整方案"],
  ["en-US", "This loan's annual cost 12.00% is over the cap 11.9999% now in force, so it cannot be signed"],
])(
  "2-24 U-16: a cap lowered between sheet and signature refuses it with both figures, and nothing stands as signed (%s)",
  async (locale, sentence) => {
    const law = { isLowered: false };
    const { signatures, onReload, words, fill, press, formError } = open({
      locale,
      read: () => (law.isLowered ? overCap(sentence) : preview),
      sign: () => overCap(sentence),
    });
    await fill("123456");
    law.isLowered = true;
    press();
    await waitFor(() => expect(formError()).toBe(sentence));
    await waitFor(() => expect(document.activeElement?.textContent).toBe(sentence));
    expect(onReload).toHaveBeenCalledTimes(1);
    // The text that cannot be signed any more makes place for the reason.
    await screen.findByText(words("sign.textFailed"));
    expect(screen.queryByText("年化综合成本 12.00%")).toBeNull();
    expect(screen.getAllByText(sentence)).toHaveLength(2);
    expect(screen.queryByText(words("sign.done"))).toBeNull();
    expect((screen.getByLabelText(words("sign.name")) as HTMLInputElement).value).toBe("林晓雨");
    press();
    await waitFor(() => expect(formError()).toBe(sentence));
    expect(signatures).toHaveLength(1);
  },
);

test.each<[Locale, string]>([
  [
    "zh-CN",
    "费用或还款计划已有变化：年化综合成本 10.20%，首期还款 2,254.30 元，总还款 54,103.20 元。请重新阅读明示表后再签约",
  ],
  [
    "en-US",
    "The figures changed: annual cost 10.20%, first payment 2,254.30 yuan, 54,103.20 yuan in all. Read the new sheet before you sign",
  ],
])(
  "U-17: figures that changed since the sheet stand above the form, and the application is fetched anew (%s)",
  async (locale, sentence) => {
    const { onReload, words, fill, press, formError } = open({
      locale,
      sign: () => refusal("LENDING_FIGURES_CHANGED", "conflict", { message: sentence }),
    });
    await fill("123456");
    press();
    await waitFor(() => expect(formError()).toBe(sentence));
    expect(onReload).toHaveBeenCalledTimes(1);
    expect(screen.queryByText(words("sign.done"))).toBeNull();
  },
);

test.each<[Locale, string]>([
  ["zh-CN", "验证码不正确，还可尝试 4 次"],
  ["en-US", "This code is wrong; 4 tries are left"],
])(
  "2-08: a wrong code stands at its box with the tries left, and the right one signs (%s)",
  async (locale, sentence) => {
    const wrong = refusal("IDENTITY_CODE_WRONG", "invalid", {
      message: sentence,
      field: "code",
      params: { triesLeft: 4 },
    });
    const { signatures, words, box, fill, press, formError } = open({
      locale,
      sign: ({ code }) => (code === "123456" ? signed : wrong),
    });
    await fill("000000");
    expect(box("sign.codeLabel").getAttribute("aria-invalid")).toBeNull();
    press();
    await waitFor(() => expect(box("sign.codeLabel").getAttribute("aria-invalid")).toBe("true"));
    const described = box("sign.codeLabel").getAttribute("aria-describedby")?.split(" ") ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([sentence]);
    await waitFor(() => expect(document.activeElement).toBe(box("sign.codeLabel")));
    expect(formError()).toBeUndefined();
    expect(box("sign.name").getAttribute("aria-invalid")).toBeNull();
    expect(screen.queryByText(words("sign.done"))).toBeNull();
    await screen.findByText("年化综合成本 12.00%");
    fireEvent.change(box("sign.codeLabel"), { target: { value: "123456" } });
    press();
    expect(await screen.findByText(words("sign.done"))).toBeDefined();
    expect(signatures).toMatchObject([
      { applicationId: "a1", disclosureId: "s1", bankCardId: "c1", challengeId: "ch1", code: "000000" },
      { challengeId: "ch1", code: "123456", typedName: "林晓雨" },
    ]);
    expect(signatures[0]?.idempotencyKey).not.toBe(signatures[1]?.idempotencyKey);
  },
);

test("2-08: what is missing is said at its box, and nothing is sent", async () => {
  const { signatures, words, box, press } = open({ sign: () => signed });
  await screen.findByText("年化综合成本 12.00%");
  press();
  expect(screen.getByText(words("sign.needName"))).toBeDefined();
  expect(screen.getByText(words("sign.needCode"))).toBeDefined();
  expect(document.activeElement).toBe(box("sign.name"));
  fireEvent.change(box("sign.name"), { target: { value: "林晓雨" } });
  fireEvent.click(screen.getByRole("button", { name: words("sign.send") }));
  await screen.findByText(words("sign.sent", { phone: "138****0001" }));
  fireEvent.change(box("sign.codeLabel"), { target: { value: "1234" } });
  press();
  expect(screen.getByText(words("sign.code"))).toBeDefined();
  expect(signatures).toEqual([]);
});
