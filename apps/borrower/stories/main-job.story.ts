import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "@daichao/config/playwright";
import { Borrower, type Persona } from "./kit/borrower.ts";
import { Desk, sitsDown } from "./kit/desk.ts";
import { amountsIn, factIn, fenOf, firstPaymentOf } from "./kit/figures.ts";
import { letter, photograph, scan } from "./kit/papers.ts";

const li: Persona = {
  name: "李强",
  identityNumber: "370102199009308013",
  phone: "19900000008",
  password: "horse-battery-9",
  card: "6222021000000080001",
};
const atQingyu = { lender: "青屿银行", product: "青屿安居装修贷", reviewer: "沈知秋", manager: "陆明远" };
const atQiwu = { lender: "栖梧消费金融", product: "栖梧焕家装修分期", reviewer: "许清和" };
const asked = { principal: 12_000_000, months: 24 };
const offered = { yuan: "60000", principal: 6_000_000, months: 12 };

test("a borrower compares by own cost, applies to two lenders, takes the better offer, is paid out and repays (S1)", async ({
  page,
  browser,
  complaints,
  picture,
  axeClean,
}, info) => {
  const borrower = new Borrower(page, li);
  const reviewer = new Desk(await sitsDown(browser, { app: "institution", who: atQiwu.reviewer, complaints }));
  const colleague = new Desk(await sitsDown(browser, { app: "institution", who: atQingyu.reviewer, complaints }));
  const manager = new Desk(await sitsDown(browser, { app: "institution", who: atQingyu.manager, complaints }));
  const admin = await sitsDown(browser, { app: "admin", who: "苏望舒", complaints });
  const figures = admin.getByRole("region", { name: "今日实时数据" });
  const figure = async (name: string) =>
    Number(((await factIn(figures, name).textContent()) ?? "").replace(/[^\d.]/g, ""));
  const before = await test.step("everybody is at their desk before it begins", async () => {
    await reviewer.watchesQueue();
    await colleague.watchesQueue();
    await manager.page.goto("/institution/approvals");
    await expect(factIn(figures, "申请")).toBeVisible();
    return { submitted: await figure("申请"), paidOut: await figure("放款金额"), payouts: await figure("放款笔数") };
  });

  await test.step("a guest searches in own words and sorts by what the loan would cost (B-05, B-07)", async () => {
    await page.goto("/");
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "产品" }).click();
    await borrower.searches("装修");
    await page.getByRole("textbox", { name: "想借多少" }).fill("120000");
    await page.getByRole("textbox", { name: "想借多少" }).press("Enter");
    await expect(page).toHaveURL(/amount=120000/);
    await page.getByLabel("借多久").selectOption({ label: "24 个月" });
    await expect(page).toHaveURL(/term=24/);
    await expect(borrower.product(atQingyu.product)).toBeVisible();
    await borrower.sortsBy("总费用最低");
    const costs = async () => {
      const rows = await borrower.found.all();
      return Promise.all(rows.map(async (row) => fenOf((await factIn(row, "费用合计").textContent()) ?? "")));
    };
    await expect
      .poll(async () => {
        const shown = await costs();
        return shown.length > 3 && shown.every((cost, at) => at === 0 || cost >= (shown[at - 1] ?? 0));
      })
      .toBe(true);
    await picture(page, "main-1-search");
  });

  await test.step("opens one product: every fee, the annual cost, the plan to the fen (2-03)", async () => {
    const own = new RegExp(`amount=${asked.principal / 100}&term=${asked.months}`);
    await expect(
      borrower.product(atQingyu.product).getByRole("link", { name: atQingyu.product, exact: true }),
    ).toHaveAttribute("href", own);
    await borrower.opens(atQingyu.product);
    const quote = borrower.section("算一算这笔借款");
    const percent = Number(((await factIn(quote, "合同年利率").textContent()) ?? "").replace("%", ""));
    await expect(factIn(quote, /^年化综合成本/)).toHaveText(`${percent.toFixed(2)}%`);
    await expect(borrower.section("全部费用")).toContainText("利息");
    await quote.getByText(`查看 ${asked.months} 期还款计划`).click();
    const rows = quote.locator("tbody tr");
    await expect(rows).toHaveCount(asked.months);
    const { payment, interest } = firstPaymentOf(asked.principal, percent, asked.months);
    const first = await amountsIn(rows.first());
    expect(first.slice(0, 3)).toEqual([payment, payment - interest, interest]);
    const principals = await Promise.all((await rows.all()).map(async (row) => (await amountsIn(row))[1] ?? 0));
    expect(principals.reduce((sum, one) => sum + one, 0)).toBe(asked.principal);
    await picture(page, "main-2-product");
    await page.goBack();
  });

  await test.step("puts two products aside, registers on the way and is asked only what is missing (B-12)", async () => {
    for (const { product } of [atQingyu, atQiwu])
      await borrower.product(product).getByRole("button", { name: "加入对比" }).click();
    await page.getByRole("link", { name: "一次申请 2 家" }).click();
    await borrower.registers();
    await borrower.isAtStep("借款需求");
    await page.getByLabel("借款用途").selectOption({ label: "装修" });
    for (const { product } of [atQingyu, atQiwu])
      await expect(page.getByRole("checkbox", { name: product })).toBeChecked();
    await picture(page, "main-3-need");
    await borrower.goesOn();
  });

  await test.step("is refused on the field with a wrong check digit, verified with the right one (R-17)", async () => {
    await borrower.isAtStep("实名认证");
    await borrower.isRefusedAs(`${li.identityNumber.slice(0, 17)}4`);
    await borrower.provesIdentity();
    await borrower.goesOn();
  });

  await test.step("says what both lenders still need, once (B-12)", async () => {
    await borrower.isAtStep("工作与收入");
    await page.getByLabel("就业状态").selectOption({ label: "受雇" });
    await page.getByLabel("月收入").fill("38000");
    await page.getByLabel("每月应还债务").fill("1200");
    await borrower.goesOn();
  });

  await test.step("photographs the identity card; a wrong kind of file is not taken (B-09)", async () => {
    await borrower.isAtStep("申请资料");
    const [front, back] = [borrower.section("身份证人像面"), borrower.section("身份证国徽面")];
    await borrower.hands({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("not a card") }, front);
    await expect(front.getByText("只支持 JPEG、PNG 或 PDF").first()).toBeVisible();
    await borrower.hands(await photograph(page, "front.jpg"), front);
    await borrower.hands(scan("back.png"), back);
    for (const side of [front, back]) await expect(side).toContainText("直接使用已通过的资料");
    await picture(page, "main-4-documents");
    await borrower.goesOn();
  });

  await test.step("agrees with each lender on its own (2-19)", async () => {
    await borrower.isAtStep("逐家授权");
    for (const { lender } of [atQingyu, atQiwu]) await borrower.agrees(lender);
    await borrower.goesOn();
  });

  const applications = await test.step("presses twice and has applied once to each (B-11)", async () => {
    await borrower.isAtStep("确认并提交");
    await axeClean(page);
    const [qingyu, qiwu] = await borrower.submitsOnce(atQingyu, atQiwu);
    await picture(page, "main-5-applications");
    if (!qingyu || !qiwu) throw new Error("two were applied to");
    return { qingyu, qiwu };
  });

  await test.step("a reviewer sees the case come in without reloading, and why the model thinks so (B-13, I-18)", async () => {
    await expect(reviewer.caseInQueue(applications.qiwu.id)).toBeVisible();
    await expect(colleague.caseInQueue(applications.qingyu.id)).toBeVisible();
    await expect(colleague.caseInQueue(applications.qiwu.id)).toHaveCount(0);
    await reviewer.opens(applications.qiwu.id);
    const overview = await reviewer.looksAt("概览");
    await expect(overview).toContainText("¥120,000.00");
    await expect(overview).toContainText("¥38,000.00");
    await expect(overview).not.toContainText(li.identityNumber);
    await expect(overview).not.toContainText(li.phone);
    const rules = await reviewer.looksAt("规则");
    await expect(rules.getByRole("table", { name: "评估过程" }).locator("tbody tr").nth(5)).toBeVisible();
    const papers = await reviewer.looksAt("资料");
    await expect(papers).toContainText("身份证人像面");
    await expect(papers).toContainText("身份证国徽面");
  });

  await test.step("reveals the phone for a purpose, and the borrower reads who looked (B-17)", async () => {
    await expect(await reviewer.reveals("手机号", "联系申请人")).toContainText(li.phone);
    await page.goto("/me/privacy");
    const looks = borrower.section("谁看过我的资料");
    await expect(looks).toContainText(atQiwu.reviewer);
    await expect(looks).toContainText("联系申请人");
    await expect(looks).toContainText("手机号");
  });

  await test.step("asks for one more paper; the borrower supplies it while both watch (2-10)", async () => {
    await page.goto(`/applications/${applications.qiwu.id}`);
    await expect(page.getByRole("heading", { level: 1, name: atQiwu.product })).toBeVisible();
    await reviewer.takes();
    await reviewer.asksFor("收入证明", "请补充近三个月的工资流水");
    const wanted = borrower.section("补充资料");
    await expect(wanted).toContainText("请补充近三个月的工资流水");
    await expect(page.getByText("审核计时已暂停").first()).toBeVisible();
    await borrower.hands(letter("salary.pdf"), wanted);
    await expect(wanted).toContainText("已补充");
    await expect(wanted).toContainText("salary.pdf");
    await expect(await reviewer.looksAt("资料")).toContainText("已提交");
    await picture(reviewer.page, "main-6-case");
  });

  await test.step("the reviewer offers other terms; the borrower sees them appear beside what was asked (2-09)", async () => {
    await reviewer.counterOffers({ ...offered, words: "先从较小的金额开始" });
    const offer = borrower.section("机构方案");
    await expect(offer).toContainText("调整方案");
    await expect(offer).toContainText("先从较小的金额开始");
    await expect(offer).toContainText("¥60,000.00");
    await picture(page, "main-7-offer");
  });

  await test.step("the large case needs a second person, who is never the one who asked (I-19)", async () => {
    await colleague.opens(applications.qingyu.id);
    await colleague.approvesBeyondLimit();
    await expect(colleague.decision).toContainText("您自己不能复核");
    await colleague.decision.getByRole("link", { name: "打开复核" }).click();
    const own = colleague.page.getByRole("article");
    await expect(own).toContainText("您提交的事项须由另一人复核");
    await expect(own.getByRole("button", { name: "同意", exact: true })).toHaveCount(0);
    await manager.approvalOf(applications.qingyu.number).click();
    const matter = manager.page.getByRole("article");
    await expect(matter).toContainText(atQingyu.reviewer);
    await matter.getByLabel("理由").fill("资料与收入已核对");
    await matter.getByRole("button", { name: "同意", exact: true }).click();
    await manager.page.getByRole("dialog").getByRole("button", { name: "确认同意" }).click();
    await expect(matter.getByText("已批准").first()).toBeVisible();
    await picture(manager.page, "main-8-approval");
  });

  await test.step("compares both answers and accepts one (2-09)", async () => {
    await page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "申请" }).click();
    const card = (product: string) =>
      page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: product }) });
    await expect(card(atQingyu.product).getByText("审批通过").first()).toBeVisible();
    await expect(card(atQiwu.product).getByText("待确认方案").first()).toBeVisible();
    await page.goto(`/applications/${applications.qingyu.id}`);
    await expect(borrower.section("机构方案")).toContainText("按申请批准");
    await page.goto(`/applications/${applications.qiwu.id}`);
    const offer = borrower.section("机构方案");
    await offer.getByText(`查看 ${offered.months} 期还款计划`).click();
    await expect(
      offer.locator("tbody tr").filter({ has: page.getByRole("rowheader", { name: "1", exact: true }) }),
    ).toBeVisible();
    await offer.getByRole("button", { name: "接受方案" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "接受方案" }).click();
  });

  const plan = await test.step("cannot confirm the cost sheet unread (2-04)", async () => {
    await page.getByRole("button", { name: "阅读明示表" }).click();
    const sheet = page.getByRole("dialog", { name: "综合融资成本明示表" });
    const confirm = sheet.getByRole("button", { name: "我已阅读并确认" });
    await expect(sheet.getByRole("timer")).toContainText("秒后可以确认");
    await expect(confirm).toBeDisabled();
    await sheet.getByText(`查看 ${offered.months} 期还款计划`).click();
    const rows = sheet.locator("tbody tr");
    await expect(rows).toHaveCount(offered.months);
    const amounts = await Promise.all((await rows.all()).map((row) => amountsIn(row)));
    await picture(page, "main-9-sheet");
    await expect(confirm).toBeEnabled();
    await confirm.click();
    await expect(sheet).toBeHidden();
    return amounts;
  });

  await test.step("signs with the typed name and a code of its own (2-08)", async () => {
    const signing = borrower.section("签署合同");
    await signing.getByLabel("输入您的姓名").fill(li.name);
    await signing.getByRole("button", { name: "绑定银行卡" }).click();
    await borrower.bindsCard(page.getByRole("dialog", { name: "绑定银行卡" }));
    await signing.getByRole("button", { name: "获取验证码" }).click();
    await signing.getByLabel("签约验证码").fill(await borrower.outbox.nextCode());
    await signing.getByRole("button", { name: "签署合同并借款" }).click();
  });

  await test.step("anybody can check that the contract is the very file that was signed (2-08)", async () => {
    const contract = borrower.section("合同");
    const hash = contract.locator("code");
    await expect(hash).toHaveText(/^[0-9a-f]{64}$/);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      contract.getByRole("button", { name: "下载合同" }).click(),
    ]);
    const file = info.outputPath("contract.pdf");
    await download.saveAs(file);
    const bytes = await readFile(file);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(await hash.textContent());
    const guest = await page.context().newPage();
    await guest.goto("/verify");
    await guest.locator('input[type="file"]').setInputFiles(file);
    await expect(guest.getByRole("heading", { name: "合同为真" })).toBeVisible();
    await guest.locator('input[type="file"]').setInputFiles({
      name: "contract.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.concat([bytes, Buffer.from("\n")]),
    });
    await expect(guest.getByRole("heading", { name: "没有找到这份合同" })).toBeVisible();
    await guest.close();
  });

  await test.step("is paid out by the bank while watching, and the plan is the sheet's to the fen (U-04, B-24)", async () => {
    const payout = borrower.section("放款");
    await expect(payout).toContainText("款项已到账");
    await expect(payout).toContainText("¥60,000.00");
    await picture(page, "main-10-paid-out");
    await factIn(payout, "借据").getByRole("link").click();
    const rows = borrower.section("还款计划").locator("tbody tr");
    await expect(rows).toHaveCount(offered.months);
    const amounts = await Promise.all((await rows.all()).map((row) => amountsIn(row)));
    expect(amounts.map((row) => row.slice(0, 3))).toEqual(plan.map((row) => row.slice(0, 3)));
    expect(amounts.reduce((sum, [, principal = 0]) => sum + principal, 0)).toBe(offered.principal);
  });

  await test.step("pays the first instalment exactly as the preview said (B-22)", async () => {
    const next = borrower.section("下一期还款");
    await expect(next).toContainText(`第 1/${offered.months} 期`);
    await next.getByRole("button", { name: "去还款" }).click();
    const dialog = page.getByRole("dialog", { name: "还款", exact: true });
    const preview = dialog.getByRole("table").locator("tbody tr").first().locator("li");
    await expect(preview.first()).toBeVisible();
    const lines = await amountsIn(dialog.getByRole("table").locator("tbody tr").first());
    expect(lines.reduce((sum, one) => sum + one, 0)).toBe(plan[0]?.[0]);
    await dialog.getByRole("button", { name: /^支付 ¥/ }).click();
    const result = page.getByRole("dialog", { name: "还款结果" });
    await expect(result).toContainText("已还款成功");
    await result.getByRole("button", { name: "关闭" }).last().click();
    const record = borrower.section("还款记录").getByRole("listitem").first();
    await expect(record).toContainText("第 1 期");
    expect(await amountsIn(record)).toEqual([plan[0]?.[0], ...lines]);
    await expect(next).toContainText(`第 2/${offered.months} 期`);
    await expect(borrower.section("还款计划").locator("tbody tr").first()).toContainText("已还款");
    await picture(page, "main-11-loan");
  });

  await test.step("the platform's figures moved by themselves and equal the recount", async () => {
    await expect.poll(() => figure("申请")).toBe(before.submitted + 2);
    await expect.poll(() => figure("放款笔数")).toBe(before.payouts + 1);
    await expect.poll(() => figure("放款金额")).toBe(before.paidOut + 60_000);
    await expect(figures.getByText("不一致")).toHaveCount(0);
    await picture(admin, "main-12-figures");
  });
});
