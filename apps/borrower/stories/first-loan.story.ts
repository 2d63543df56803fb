import { createHash, randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, type Locator, test } from "@daichao/config/playwright";
import { asks } from "./kit/ask.ts";
import { Borrower, type Persona } from "./kit/borrower.ts";
import { movesClock } from "./kit/clock.ts";
import { Desk, sitsDown } from "./kit/desk.ts";
import { amountsIn, factIn, fenOf, firstPaymentOf } from "./kit/figures.ts";
import { letter, photograph, scan } from "./kit/papers.ts";

const lin: Persona = {
  name: "林晓雨",
  identityNumber: "110105199103070022",
  phone: "19900000001",
  password: "copper-kettle-7",
  card: "6222021000000081009",
};
/** A offers other terms, B approves, C is looked at and not asked. */
const atA = { lender: "栖梧消费金融", product: "栖梧焕家装修分期", reviewer: "许清和" };
const atB = { lender: "望川银行", product: "望川新居装修贷", reviewer: "望川银行" };
const atC = { lender: "青屿银行", product: "青屿安居装修贷", reviewer: "沈知秋" };
const all = [atA, atB, atC];

const thursday = "2026-09-24";
const wish = { principal: 5_000_000, months: 24 };
/** The known answer of 50,000 yuan over 24 months at 7.25 % in equal instalments. */
const agreed = { percent: "7.25", payment: 224_430, last: 224_429, interest: 386_319 };
const counter = { yuan: "40000", principal: 4_000_000, months: 12, percent: "12", payment: 355_395 };

const CASE = "query Case($id: ID!) { application(id: $id) { id number applicant { nameMasked } } }";
const SHEET = "query Sheet($id: ID!) { application(id: $id) { disclosure { id readingSeconds } } }";
const CONFIRM = "mutation Confirm($input: ConfirmDisclosureInput!) { confirmDisclosure(input: $input) { id } }";
const PAYOUT = `query Payout($id: ID!) {
  application(id: $id) { timeline { state } disbursement { requestedAt settledAt } }
}`;

const namesIn = (list: Locator) => list.getByRole("heading", { level: 3 }).allTextContents();
const isDearerEachTime = (costs: readonly number[]) =>
  costs.every((cost, at) => at === 0 || cost >= (costs[at - 1] ?? 0));

test("a first loan: compares three lenders, applies to two, declines the one's offer and is paid out by the other (S1)", async ({
  page,
  browser,
  complaints,
  picture,
  axeClean,
}, info) => {
  const borrower = new Borrower(page, lin);
  const seat = async (who: string) => new Desk(await sitsDown(browser, { app: "institution", who, complaints }));
  const [reviewerA, reviewerB, reviewerC] = [
    await seat(atA.reviewer),
    await seat(atB.reviewer),
    await seat(atC.reviewer),
  ];
  const admin = await sitsDown(browser, { app: "admin", who: "苏望舒", complaints });
  const recommended = () => borrower.section(/^推荐给(大家|您)的产品$/);

  await test.step("it is nine o'clock on Thursday, and both lenders are at work", async () => {
    await movesClock(admin, thursday, 9);
    await reviewerA.watchesQueue();
    await reviewerB.watchesQueue();
  });

  await test.step("1 · a guest types 装修 5万 一年: several lenders, each cost with its method, a slot that says who pays (B-01, B-02, B-05, 2-25)", async () => {
    await page.goto("/products");
    await borrower.searches("装修 5万 一年");
    const note = page.getByRole("note");
    for (const word of ["装修", "5 万元", "12 个月"]) await expect(note).toContainText(word);
    await expect(borrower.found.first()).toBeVisible();
    const rows = await borrower.found.all();
    const lenders = new Set<string>();
    for (const row of rows) {
      await expect(factIn(row, /^年化综合成本(单利|复利|按日期复利)$/)).toHaveText(/\d+\.\d{2}\s*%/);
      lenders.add(/[\p{Script=Han}]+(?:银行|消费金融|小贷)/u.exec((await row.textContent()) ?? "")?.[0] ?? "");
    }
    expect(lenders.size).toBeGreaterThanOrEqual(3);
    await expect(borrower.sponsored.first()).toContainText("推广");
    await expect(borrower.sponsored.first()).toContainText(/付费方：\S+有限公司/);
    await expect(factIn(borrower.sponsored.first(), /^年化综合成本/)).toHaveText(/\d+\.\d{2}\s*%/);
    await picture(page, "first-1-search");
  });

  await test.step("1 · sorting by cost moves no slot into the list (B-07, 2-25)", async () => {
    const paidFor = await namesIn(borrower.sponsored);
    await borrower.sortsBy("总费用最低");
    const costs = async () =>
      Promise.all(
        (await borrower.found.all()).map(async (row) => fenOf((await factIn(row, "费用合计").textContent()) ?? "")),
      );
    await expect.poll(async () => isDearerEachTime(await costs())).toBe(true);
    expect((await costs()).length).toBeGreaterThanOrEqual(3);
    expect(await namesIn(borrower.sponsored)).toEqual(paidFor);
    await expect(borrower.found.filter({ hasText: "推广" })).toHaveCount(0);
    const [slot] = paidFor;
    expect(await namesIn(borrower.found.filter({ hasText: slot }))).toEqual([slot]);
  });

  await test.step("2 · compares three for the same loan (2-02)", async () => {
    for (const { product } of all) await borrower.puts(product);
    await page.getByRole("link", { name: "对比 3 款" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "产品对比" })).toBeVisible();
    await borrower.wants(wish);
    // On a phone the fact is named in the line above its values.
    const line = (name: string) =>
      page
        .getByRole("row")
        .filter({ has: page.getByRole("columnheader", { name: new RegExp(`^${name}`) }) })
        .locator("xpath=following-sibling::tr[1]");
    await expect(line("这笔借款").getByRole("cell")).toContainText(["24 个月", "24 个月", "24 个月"]);
    const rates = await line("合同年利率").getByRole("cell").allTextContents();
    const first = await line("首期还款").getByRole("cell").allTextContents();
    expect(rates).toHaveLength(3);
    for (const [at, rate] of rates.entries())
      expect(fenOf(first[at] ?? "")).toBe(firstPaymentOf(wish.principal, Number.parseFloat(rate), wish.months).payment);
    await picture(page, "first-2-compare");
  });

  await test.step("2 · the calculator gives the known answer for 50,000 over 24 months at 7.25 % (2-03)", async () => {
    await page.getByRole("link", { name: "贷款计算器" }).click();
    await borrower.wants(wish);
    await page.getByLabel("合同年利率").fill(agreed.percent);
    await page.getByLabel("还款方式").selectOption({ label: "等额本息" });
    const cost = borrower.section("成本");
    const shown = async (label: string) => fenOf((await factIn(cost, label).textContent()) ?? "");
    await expect.poll(() => shown("月供")).toBe(agreed.payment);
    expect(await shown("末期还款")).toBe(agreed.last);
    expect(await shown("利息合计")).toBe(agreed.interest);
    const rows = borrower.section("还款计划").locator("tbody tr");
    await expect(rows).toHaveCount(wish.months);
    expect((await amountsIn(rows.last()))[0]).toBe(agreed.last);
    await picture(page, "first-3-calculator");
  });

  const guestOrder = await test.step("reads the order that everybody gets", async () => {
    await page.goto(`/?amount=${wish.principal / 100}&term=${wish.months}`);
    await page.getByRole("contentinfo").scrollIntoViewIfNeeded();
    await expect(recommended().getByRole("article").first()).toBeVisible();
    return namesIn(recommended());
  });

  await test.step("3 · registers with a code by text message (B-15, B-16)", async () => {
    await page.getByRole("banner").getByRole("link", { name: "登录" }).click();
    await borrower.registers();
    await expect(page.getByRole("banner").getByRole("link", { name: /^消息/ })).toBeVisible();
  });

  await test.step("3 · one digit wrong is refused on the field, the right number is verified (B-14)", async () => {
    await page.goto("/me/profile");
    await borrower.isRefusedAs(
      `${lin.identityNumber.slice(0, 16)}${lin.identityNumber[16] === "2" ? 3 : 2}${lin.identityNumber[17]}`,
    );
    await borrower.provesIdentity();
    await axeClean(page);
  });

  await test.step("4 · personalisation off: everybody's order; on: reasons of her own; off again: everybody's (B-03)", async () => {
    await page.goto(`/?amount=${wish.principal / 100}&term=${wish.months}`);
    await page.getByRole("contentinfo").scrollIntoViewIfNeeded();
    const personal = page.getByRole("switch", { name: "个性化推荐" });
    await expect(personal).not.toBeChecked();
    expect(await namesIn(recommended())).toEqual(guestOrder);
    const question = page.getByRole("region", { name: "浏览记录的选择" });
    await expect(question).toBeVisible();
    await personal.click();
    await page.getByRole("dialog").getByRole("button", { name: "同意并开启" }).click();
    await expect(personal).toBeChecked();
    await expect(question).toHaveCount(0);
    const items = recommended().locator("ol > li");
    await expect(items.first()).toContainText("不个性化时第");
    for (const item of await items.all())
      expect((await item.locator("ul > li").allTextContents()).join("")).not.toBe("");
    await picture(page, "first-4-personal");
    await personal.click();
    await expect(personal).not.toBeChecked();
    await expect.poll(() => namesIn(recommended())).toEqual(guestOrder);
    await expect(question).toHaveCount(0);
  });

  await test.step("6 · one form for all three (B-08, B-11)", async () => {
    await page.getByRole("link", { name: "一次申请 3 家" }).click();
    await borrower.isAtStep("借款需求");
    await page.getByLabel("借款用途").selectOption({ label: "装修" });
    for (const { product } of all) await expect(page.getByRole("checkbox", { name: product })).toBeChecked();
    await borrower.goesOn();
    await borrower.isAtStep("工作与收入");
    await page.getByLabel("就业状态").selectOption({ label: "受雇" });
    await page.getByLabel("入职日期").fill("2021-03-01");
    await page.getByLabel("月收入").fill("15000");
    await page.getByLabel("每月应还债务").fill("0");
    await borrower.goesOn();
  });

  await test.step("7 · uploads identity card and payslip; a wrong kind of file is not taken (B-09)", async () => {
    await borrower.isAtStep("申请资料");
    const place = (name: string) => borrower.section(name);
    await borrower.hands(
      { name: "payslip.txt", mimeType: "text/plain", buffer: Buffer.from("工资") },
      place("收入证明"),
    );
    await expect(place("收入证明").getByText("只支持 JPEG、PNG 或 PDF").first()).toBeVisible();
    const disguised = { name: "payslip.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ this is no letter") };
    await borrower.hands(disguised, place("收入证明"));
    await expect(place("收入证明")).toContainText("文件内容与类型不符");
    await borrower.hands(await photograph(page, "front.jpg"), place("身份证人像面"));
    await borrower.hands(scan("back.png"), place("身份证国徽面"));
    await borrower.hands(letter("payslip.pdf"), place("收入证明"));
    for (const kind of ["身份证人像面", "身份证国徽面", "收入证明"])
      await expect(place(kind)).toContainText("直接使用已通过的资料");
    await picture(page, "first-5-documents");
    await borrower.goesOn();
  });

  await test.step("6 · reads three texts of consent, agrees to two, and unticks the third lender (B-11)", async () => {
    await borrower.isAtStep("逐家授权");
    for (const { lender } of all) {
      const text = page.getByRole("region", { name: new RegExp(lender) }).last();
      expect((await text.getByRole("paragraph").allTextContents()).join("").length).toBeGreaterThan(100);
      await text.evaluate((paper) => paper.scrollTo(0, paper.scrollHeight));
    }
    await expect(page.getByRole("main").getByRole("checkbox", { checked: true })).toHaveCount(0);
    for (const { lender } of [atA, atB]) await borrower.agrees(lender);
    await borrower.goesOn();
    await expect(page.getByRole("alert")).toContainText(atC.lender);
    await page.getByRole("navigation", { name: "申请步骤" }).getByRole("button", { name: "借款需求" }).click();
    await page.getByRole("checkbox", { name: atC.product }).uncheck();
    await page.getByRole("navigation", { name: "申请步骤" }).getByRole("button", { name: "逐家授权" }).click();
    await borrower.isAtStep("逐家授权");
    await expect(page.getByRole("main").getByRole("checkbox")).toHaveCount(2);
    await borrower.goesOn();
  });

  const applied = await test.step("7 · presses twice and has applied once to each (B-10, B-11)", async () => {
    await borrower.isAtStep("确认并提交");
    const [a, b] = await borrower.submitsOnce(atA, atB);
    await picture(page, "first-6-applications");
    if (!a || !b) throw new Error("two were applied to");
    return { a, b };
  });

  await test.step("6 · two records of consent, one for each lender that was agreed to (2-19)", async () => {
    await page.goto("/me/privacy");
    const consents = borrower.section("授权").getByRole("listitem");
    await expect(consents).toHaveCount(2);
    for (const { lender } of [atA, atB]) await expect(consents.filter({ hasText: lender })).toContainText("有效");
    await expect(consents.filter({ hasText: atC.lender })).toHaveCount(0);
  });

  await test.step("6 · the third lender's reviewer is told no more than of a case that never was (B-11, P-10)", async () => {
    const missing = await asks(reviewerC.page, "institution", CASE, { id: randomUUID() });
    expect(missing.refusals.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
    for (const { id } of [applied.a, applied.b])
      expect(await asks(reviewerC.page, "institution", CASE, { id })).toEqual(missing);
    const own = await asks<{ application: { id: string } }>(reviewerA.page, "institution", CASE, { id: applied.a.id });
    expect(own.data?.application.id).toBe(applied.a.id);
    expect(await asks(reviewerA.page, "institution", CASE, { id: applied.b.id })).toEqual(missing);
  });

  const notices = () => page.getByRole("main").getByRole("listitem").filter({ hasText: "需要补充材料" });

  await test.step("8 · at 14:00 A asks for one more paper, and she is told once (2-10, 2-36)", async () => {
    await movesClock(admin, thursday, 14);
    await page.goto("/messages");
    await expect(page.getByRole("heading", { level: 1, name: "消息" })).toBeVisible();
    await expect(notices()).toHaveCount(0);
    await expect(reviewerA.caseInQueue(applied.a.id)).toBeVisible();
    await reviewerA.opens(applied.a.id);
    await reviewerA.takes();
    await reviewerA.asksFor("银行流水", "请补充近六个月的银行流水");
    await expect(notices()).toHaveCount(1);
    await expect(notices()).toContainText(atA.lender);
    await expect(notices()).toContainText("14:");
    await expect(page.getByRole("banner").getByRole("link", { name: /^消息，\d+ 条未读$/ })).toBeVisible();
    await picture(page, "first-7-notice");
    await notices().getByRole("link").click();
    await expect(page).toHaveURL(new RegExp(`/applications/${applied.a.id}`));
  });

  await test.step("8 · she supplies it, and the history shows where the clock stood still (2-10, 2-13, B-13)", async () => {
    await expect(page.getByText("审核计时已暂停").first()).toBeVisible();
    const wanted = borrower.section("补充资料");
    await borrower.hands(letter("statement.pdf"), wanted);
    await expect(wanted).toContainText("已补充");
    await expect(page.getByText("审核计时已暂停")).toHaveCount(0);
    const history = page.getByRole("list", { name: "申请记录" }).getByRole("listitem");
    await expect(history.filter({ hasText: "已补充：银行流水" })).toHaveCount(1);
    // 14 o'clock in Shanghai.
    const paused = history.filter({ hasText: "审核计时暂停" }).last().locator("time");
    await expect(paused).toHaveAttribute("datetime", new RegExp(`^${thursday}T06:`));
    await picture(page, "first-8-history");
    await page.goto("/messages");
    await expect(notices()).toHaveCount(1);
    await expect.poll(() => borrower.outbox.textsWith("需要补充材料")).toHaveLength(1);
  });

  await test.step("9 · A offers 40,000 over 12 months at 12 %; the payment is the formula's, and she declines (I-19, 2-09)", async () => {
    await page.goto(`/applications/${applied.a.id}`);
    await reviewerA.counterOffers({ ...counter, words: "先从四万元开始" });
    const offer = borrower.section("机构方案");
    await expect(offer).toContainText("调整方案");
    const first = offer.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "首期还款" }) });
    const shown = fenOf((await first.getByRole("cell").last().textContent()) ?? "");
    expect(shown).toBe(firstPaymentOf(counter.principal, Number(counter.percent), counter.months).payment);
    expect(shown).toBe(counter.payment);
    await picture(page, "first-9-counter-offer");
    await offer.getByRole("button", { name: "不接受" }).click();
    const dialog = page.getByRole("dialog", { name: "不接受这个方案？" });
    await dialog.getByLabel("不接受的原因").selectOption({ label: "金额不合适" });
    await dialog.getByRole("button", { name: "不接受" }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("main").getByText("已撤回").first()).toBeVisible();
    const gone = await asks(reviewerA.page, "institution", CASE, { id: applied.a.id });
    expect(gone.refusals.map(({ code }) => code)).toEqual(["NOT_FOUND"]);
  });

  await test.step("9 · B approves at 7.25 % (I-19)", async () => {
    await page.goto(`/applications/${applied.b.id}`);
    await expect(page.getByRole("heading", { level: 1, name: atB.product })).toBeVisible();
    await reviewerB.opens(applied.b.id);
    await reviewerB.takes();
    await reviewerB.approves(agreed.percent);
    const offer = borrower.section("机构方案");
    await expect(offer).toContainText("按申请批准");
    await offer.getByRole("button", { name: "接受方案" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "接受方案" }).click();
  });

  await test.step("10 · the cost sheet comes up; confirmed after two seconds it is refused, after the reading time it is not (2-04)", async () => {
    await page.getByRole("button", { name: "阅读明示表" }).click();
    const sheet = page.getByRole("dialog", { name: "综合融资成本明示表" });
    await expect(sheet.getByRole("timer")).toContainText("秒后可以确认");
    const { data } = await asks<{ application: { disclosure: { id: string; readingSeconds: number } } }>(
      page,
      "borrower",
      SHEET,
      {
        id: applied.b.id,
      },
    );
    const { id: disclosureId, readingSeconds = 0 } = data?.application.disclosure ?? {};
    expect(readingSeconds).toBeGreaterThan(2);
    await page.waitForTimeout(2_000);
    const early = await asks(page, "borrower", CONFIRM, { input: { disclosureId } });
    expect(early.refusals).toMatchObject([
      { code: "LENDING_READING_TIME", params: { secondsLeft: expect.any(Number) } },
    ]);
    await sheet.getByText(`查看 ${wish.months} 期还款计划`).click();
    const rows = sheet.locator("tbody tr");
    await expect(rows).toHaveCount(wish.months);
    const payments = await Promise.all((await rows.all()).map(async (row) => (await amountsIn(row))[0]));
    expect(payments).toEqual([...Array.from({ length: wish.months - 1 }, () => agreed.payment), agreed.last]);
    await picture(page, "first-10-sheet");
    const confirm = sheet.getByRole("button", { name: "我已阅读并确认" });
    await expect(confirm).toBeEnabled();
    await confirm.click();
    await expect(sheet).toBeHidden();
  });

  await test.step("10 · signs (2-08, 2-34)", async () => {
    const contract = page.getByRole("region", { name: "合同文本（预览）" });
    for (const words of [lin.name, "50,000.00", "2,244.30", "2,244.29"]) await expect(contract).toContainText(words);
    const signing = borrower.section("签署合同");
    await signing.getByLabel("输入您的姓名").fill(lin.name);
    await signing.getByRole("button", { name: "绑定银行卡" }).click();
    await borrower.bindsCard(page.getByRole("dialog", { name: "绑定银行卡" }));
    await signing.getByRole("button", { name: "获取验证码" }).click();
    await signing.getByLabel("签约验证码").fill(await borrower.outbox.nextCode());
    await signing.getByRole("button", { name: "签署合同并借款" }).click();
  });

  await test.step("10 · 放款中, then 已放款 within five seconds of the bank (B-13)", async () => {
    await expect(borrower.section("放款")).toContainText("款项已到账");
    await expect(borrower.section("放款")).toContainText("¥50,000.00");
    const { data } = await asks<{
      application: { timeline: { state: string | null }[]; disbursement: { requestedAt: string; settledAt: string } };
    }>(page, "borrower", PAYOUT, { id: applied.b.id });
    const states = (data?.application.timeline ?? []).flatMap(({ state }) => state ?? []);
    expect(states.slice(-2)).toEqual(["DISBURSING", "DISBURSED"]);
    const { requestedAt = "", settledAt = "" } = data?.application.disbursement ?? {};
    expect(Date.parse(settledAt) - Date.parse(requestedAt)).toBeLessThanOrEqual(5_000);
    const history = page.getByRole("list", { name: "申请记录" }).getByRole("listitem");
    await expect(history.first()).toContainText("已放款");
    await picture(page, "first-11-paid-out");
  });

  await test.step("10 · anybody can check the contract's file by its hash (2-08)", async () => {
    const contract = borrower.section("合同");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      contract.getByRole("button", { name: "下载合同" }).click(),
    ]);
    const file = info.outputPath("contract.pdf");
    await download.saveAs(file);
    const hash = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    await expect(contract.locator("code")).toHaveText(hash);
    const guest = await browser.newPage();
    await guest.goto("/verify");
    await guest.locator('input[type="file"]').setInputFiles(file);
    await expect(guest.getByRole("heading", { name: "合同为真" })).toBeVisible();
    await guest.close();
  });

  await test.step("what she owes is what the calculator said before she was anybody (B-24)", async () => {
    await factIn(borrower.section("放款"), "借据").getByRole("link").click();
    const rows = borrower.section("还款计划").locator("tbody tr");
    await expect(rows).toHaveCount(wish.months);
    const lines = await Promise.all((await rows.all()).map((row) => amountsIn(row)));
    expect(lines[0]?.[0]).toBe(agreed.payment);
    expect(lines.at(-1)?.[0]).toBe(agreed.last);
    expect(lines.reduce((sum, [, principal = 0]) => sum + principal, 0)).toBe(wish.principal);
    expect(lines.reduce((sum, [, , interest = 0]) => sum + interest, 0)).toBe(agreed.interest);
    await picture(page, "first-12-loan");
  });
});
