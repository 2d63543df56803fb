import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LoanWorld, type TestBorrower } from "../../../tests/kit/loan-world.js";
import { guaranteeFee } from "../../../tests/kit/sample-product.js";
import { sha256 } from "../../kernel/crypto/index.js";
import { DomainError } from "../../kernel/errors/index.js";
import { newId } from "../../kernel/ids/index.js";
import { system } from "../../kernel/viewer/index.js";

let world: LoanWorld;
let lin: TestBorrower;
let chen: TestBorrower;

beforeAll(async () => {
  world = await LoanWorld.open();
  lin = await world.borrower();
  chen = await world.borrower();
});
afterAll(() => world.close());

const refusal = (code: string) => expect.objectContaining({ code });
const rowOf = async <T extends object>(query: Promise<readonly T[]>): Promise<T> => {
  const [row] = await query;
  if (!row) throw new Error("no row");
  return row;
};

describe("the cost sheet", () => {
  it("2-04: cannot be confirmed before its reading time is over by the database's clock, and can afterwards (R-03)", async () => {
    const { disclosures } = world.modules.lending;
    const applicationId = await world.accepted(lin);
    const sheet = await disclosures.open(lin.viewer, applicationId);
    await expect(disclosures.confirm(lin.viewer, sheet.id)).rejects.toMatchObject({
      code: "LENDING_READING_TIME",
      params: { secondsLeft: expect.any(Number) },
    });
    const again = await disclosures.open(lin.viewer, applicationId);
    expect(again.id).toBe(sheet.id);
    expect(again.openedAt).toEqual(sheet.openedAt);
    await world.readingTimePasses();
    const confirmed = await disclosures.confirm(lin.viewer, sheet.id);
    expect(confirmed.confirmedAt).not.toBeNull();
  });

  it("names every fee, the annual cost by each method and that nothing else is charged, under one hash", async () => {
    const { disclosures } = world.modules.lending;
    const sheet = await disclosures.open(lin.viewer, await world.accepted(lin, { termCount: 12 }));
    const shown = disclosures.sheetOf(sheet);
    expect(sha256(sheet.sheet)).toBe(sheet.sheetHash);
    expect(shown.statement).toContain("不再以任何名义收取其他费用");
    expect(Math.abs(shown.quote.annualCost.nominal - 72_500)).toBeLessThanOrEqual(1);
    expect(shown.quote.rows).toHaveLength(12);
    expect(shown.startNote).toContain(world.kernel.clock.today());
  });

  it("of another borrower does not exist", async () => {
    const { disclosures } = world.modules.lending;
    const applicationId = await world.accepted(lin, { termCount: 6 });
    const sheet = await disclosures.open(lin.viewer, applicationId);
    await expect(disclosures.open(chen.viewer, applicationId)).rejects.toThrow(refusal("NOT_FOUND"));
    await expect(disclosures.confirm(chen.viewer, sheet.id)).rejects.toThrow(refusal("NOT_FOUND"));
    await expect(disclosures.confirm(chen.viewer, "nonsense")).rejects.toThrow(refusal("NOT_FOUND"));
  });
});

describe("a signature", () => {
  it("is refused without a confirmed sheet, under another name, with another's card, and for a frozen account", async () => {
    const { contracts, disclosures } = world.modules.lending;
    const applicationId = await world.accepted(lin);
    const sheet = await disclosures.open(lin.viewer, applicationId);
    const signature = await world.signature(lin, applicationId, sheet.id);
    await expect(contracts.sign(lin.viewer, signature)).rejects.toThrow(refusal("LENDING_DISCLOSURE_NOT_CONFIRMED"));
    await world.readingTimePasses();
    await disclosures.confirm(lin.viewer, sheet.id);
    await expect(contracts.sign(lin.viewer, { ...signature, typedName: "林小雨" })).rejects.toThrow(
      refusal("LENDING_NAME_DIFFERS"),
    );
    await expect(contracts.sign(lin.viewer, { ...signature, bankCardId: chen.bankCardId })).rejects.toThrow(
      refusal("NOT_FOUND"),
    );
    await expect(contracts.sign({ ...lin.viewer, isFrozen: true }, signature)).rejects.toThrow(
      refusal("LENDING_ACCOUNT_FROZEN"),
    );
    const wrong = signature.code === "000000" ? "000001" : "000000";
    await expect(contracts.sign(lin.viewer, { ...signature, code: wrong })).rejects.toThrow(
      refusal("IDENTITY_CODE_WRONG"),
    );
    const other = await world.accepted(lin, { termCount: 12 });
    const otherSheet = await world.confirmedSheet(lin, other);
    await world.readsContract(lin, otherSheet);
    await expect(
      contracts.sign(lin.viewer, { ...signature, applicationId: other, disclosureId: otherSheet }),
    ).rejects.toThrow(refusal("IDENTITY_CODE_WRONG"));
    expect(
      await world.test.owner`select 1 from contracts where application_id in (${applicationId}, ${other})`,
    ).toHaveLength(0);
  });

  it("made twice at once is one contract, and the same key gives the same answer (2-17)", async () => {
    const { contracts } = world.modules.lending;
    const applicationId = await world.accepted(lin);
    const sheet = await world.confirmedSheet(lin, applicationId);
    const signature = await world.signature(lin, applicationId, sheet);
    const [first, second] = await Promise.all([
      contracts.sign(lin.viewer, signature),
      contracts.sign(lin.viewer, signature),
    ]);
    expect([first, second]).toEqual([applicationId, applicationId]);
    expect(await contracts.sign(lin.viewer, signature)).toBe(applicationId);
    await expect(contracts.sign(lin.viewer, { ...signature, idempotencyKey: newId() })).rejects.toThrow(
      refusal("LENDING_ALREADY_SIGNED"),
    );
    expect(await world.test.owner`select 1 from contracts where application_id = ${applicationId}`).toHaveLength(1);
    const stolen = { ...signature, bankCardId: chen.bankCardId, typedName: chen.name, idempotencyKey: newId() };
    await expect(contracts.sign(chen.viewer, stolen)).rejects.toThrow(refusal("NOT_FOUND"));
  });

  it("B-22: is for the very text that was shown: without it, or once a word of it changed, nothing is signed", async () => {
    const { contracts, contractPreviews } = world.modules.lending;
    const { owner } = world.test;
    const applicationId = await world.accepted(lin, { annualRate: 90_000 });
    const sheet = await world.confirmedSheet(lin, applicationId);
    const code = await world.signingCode(lin, applicationId);
    const { name: typedName, bankCardId } = lin;
    const signature = { applicationId, disclosureId: sheet, ...code, typedName, bankCardId };
    const sign = () => contracts.sign(lin.viewer, { ...signature, idempotencyKey: newId() });
    await expect(sign()).rejects.toThrow(refusal("LENDING_CONTRACT_NOT_SHOWN"));
    await contractPreviews.open(lin.viewer, sheet, null);
    await expect(sign()).rejects.toThrow(refusal("LENDING_CONTRACT_NOT_SHOWN"));
    const shown = await world.readsContract(lin, sheet);
    const words = JSON.stringify(shown.blocks);
    for (const said of ["400-800-1234", "约定用途“装修”", "冷静期", "自放款日起 7 日内", typedName])
      expect(words).toContain(said);

    await owner`update institutions set service_phone = '400-800-9999'`;
    await expect(sign()).rejects.toThrow(refusal("LENDING_CONTRACT_NOT_SHOWN"));
    expect(await owner`select 1 from contracts where application_id = ${applicationId}`).toHaveLength(0);
    const again = await world.readsContract(lin, sheet);
    expect(again.paperHash).not.toBe(shown.paperHash);
    expect(await sign()).toBe(applicationId);
    const signed = await rowOf(owner<{ number: string; paper_hash: string }[]>`
      select c.number, p.paper_hash from contracts c join contract_previews p on p.id = c.preview_id
      where c.application_id = ${applicationId}`);
    expect(signed).toEqual({ number: again.number, paper_hash: again.paperHash });
    await owner`update institutions set service_phone = '400-800-1234'`;
    await expect(contractPreviews.open(chen.viewer, sheet, null)).rejects.toThrow(refusal("NOT_FOUND"));
    await expect(owner`update contract_previews set paper_hash = repeat('0', 64)`).rejects.toThrow(/append-only/);
  });

  it("U-17: fails with the new figures when a fee changed between sheet and signature", async () => {
    const { contracts } = world.modules.lending;
    const { owner } = world.test;
    const applicationId = await world.accepted(lin);
    const sheet = await world.confirmedSheet(lin, applicationId);
    const signature = await world.signature(lin, applicationId, sheet);
    const fee = {
      code: "SERVICE",
      name: "服务费",
      timing: "PER_PERIOD",
      basis: "AMOUNT",
      amount: "1000",
      rate: null,
      payment: "PAID",
      payee: "PLATFORM",
      payeeName: "贷超",
    };
    const change = (fees: object[]) =>
      owner.begin(async (sql) => {
        await sql`set local session_replication_role = replica`;
        await sql`update product_versions set fees = ${sql.json(fees as never)}`;
      });
    await change([fee]);
    await expect(contracts.sign(lin.viewer, signature)).rejects.toMatchObject({
      code: "LENDING_FIGURES_CHANGED",
      params: { firstPayment: "2254.30" },
    });
    await change([]);
    expect(await contracts.sign(lin.viewer, signature)).toBe(applicationId);
  });

  it("U-16: is refused with the figures, in both languages, once a cap is lowered under the loan's cost (2-24)", async () => {
    const { contracts, disclosures } = world.modules.lending;
    const { settings } = world.modules.settings;
    const applicationId = await world.accepted(lin, { annualRate: 120_000 });
    const sheet = await world.confirmedSheet(lin, applicationId);
    const signature = await world.signature(lin, applicationId, sheet);
    const { owner } = world.test;
    await owner`insert into parameter_versions (id, parameter_id, value, effective_from, source, changed_by, reason)
      select gen_random_uuid(), id, 'IRR_NOMINAL_SIMPLE:119999', now() - interval '1 minute', 'test', 'test', 'test'
      from parameters where name = 'rateCap.CONSUMER_FINANCE'`;
    await settings.load();
    const over = { code: "LENDING_RATE_CAP_EXCEEDED", params: { actual: "0.120000", cap: "0.119999" } };
    await expect(contracts.sign(lin.viewer, signature)).rejects.toMatchObject(over);
    await expect(disclosures.open(lin.viewer, applicationId)).rejects.toMatchObject(over);
    const said = await contracts.sign(lin.viewer, signature).catch((refusal: DomainError) => refusal);
    if (!(said instanceof DomainError)) throw new Error("it was signed");
    expect(said.text("zh-CN")).toContain("年化综合成本 12.00% 超过现行上限 11.9999%");
    expect(said.text("en-US")).toContain("annual cost 12.00% is over the cap 11.9999%");
    expect(await world.test.owner`select state from applications where id = ${applicationId}`).toMatchObject([
      { state: "CONTRACT_PENDING" },
    ]);
    expect(await world.test.owner`select 1 from contracts where application_id = ${applicationId}`).toHaveLength(0);
    await owner.begin(async (sql) => {
      await sql`set local session_replication_role = replica`;
      await sql`delete from parameter_versions where source = 'test'`;
    });
    await settings.load();
  });
});

describe("a product that changed after the application", () => {
  it("U-16: leaves the agreed terms as they were: sheet, contract and loan are of the version applied for", async () => {
    const { disclosures, contracts } = world.modules.lending;
    const { owner } = world.test;
    const applicationId = await world.accepted(chen, { annualRate: 100_000 });
    const agreed = await rowOf(
      owner<{ product_id: string; product_version_id: string; terms_hash: string }[]>`
        select product_id, product_version_id, terms_hash from applications where id = ${applicationId}`,
    );
    const fee = { ...guaranteeFee(), amount: "5000" };
    await owner`with next as (
        insert into product_versions select (jsonb_populate_record(v, jsonb_build_object('id', ${newId()}::text, 'number', 2, 'rate_max', 240000, 'fees', ${owner.json([fee])}::jsonb))).*
        from product_versions v where v.id = ${agreed.product_version_id} returning id, product_id)
      update products p set current_version_id = next.id from next where p.id = next.product_id`;
    const sheet = disclosures.sheetOf(await disclosures.open(chen.viewer, applicationId));
    expect(sheet.productVersionId).toBe(agreed.product_version_id);
    expect(sheet.quote.fees).toEqual([]);
    expect(sheet.quote.termsHash).toBe(agreed.terms_hash);
    const signature = await world.signature(chen, applicationId, await world.confirmedSheet(chen, applicationId));
    expect(await contracts.sign(chen.viewer, signature)).toBe(applicationId);
    const contract = await rowOf(
      world.test.owner<
        { terms_hash: string }[]
      >`select terms_hash from contracts where application_id = ${applicationId}`,
    );
    expect(contract.terms_hash).toBe(agreed.terms_hash);
  });
});

describe("the paper", () => {
  it("2-08: is a PDF whose SHA-256 stands in the contract and is recognised by anybody; one changed byte is not", async () => {
    const { contractFiles } = world.modules.lending;
    const applicationId = await world.signed(lin);
    const contract = await rowOf(
      world.test.owner<{ id: string; pdf_object: string; pdf_sha256: string; number: string }[]>`
        select * from contracts where application_id = ${applicationId}`,
    );
    const cipher = await world.kernel.db.read(system, (reader) =>
      world.modules.identity.identity.cipherOf(reader, lin.viewer.borrowerId),
    );
    const pdf = await world.modules.gateways.files.get(contract.pdf_object, cipher);
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(sha256(pdf)).toBe(contract.pdf_sha256);
    expect(pdf.length).toBeLessThan(400_000);
    expect(await contractFiles.verify(sha256(pdf))).toMatchObject({ isGenuine: true, contractNumber: contract.number });
    for (const at of [9, pdf.length >> 1, pdf.length - 20]) {
      const tampered = Buffer.from(pdf);
      tampered[at] = (tampered[at] ?? 0) ^ 1;
      expect(await contractFiles.verify(sha256(tampered))).toMatchObject({ isGenuine: false, contractNumber: null });
    }
    await expect(contractFiles.verify("short")).rejects.toThrow(refusal("INVALID_INPUT"));
  });

  it("opens for its own people by a link of one minute, and every look is a row; a damaged file is not served", async () => {
    const { contractFiles } = world.modules.lending;
    const applicationId = await world.signed(lin);
    const contract = await rowOf(
      world.test.owner<
        { id: string; pdf_object: string }[]
      >`select * from contracts where application_id = ${applicationId}`,
    );
    await expect(contractFiles.open(chen.viewer, contract.id)).rejects.toThrow(refusal("NOT_FOUND"));
    const view = await contractFiles.open(lin.viewer, contract.id);
    const token = view.url.split("/").at(-1) ?? "";
    const file = await world.modules.borrowers.fileLinks.read(token, lin.viewer.sessionId);
    expect(file.bytes.subarray(0, 5).toString()).toBe("%PDF-");
    await expect(world.modules.borrowers.fileLinks.read(token, chen.viewer.sessionId)).rejects.toThrow(
      refusal("DOCUMENT_LINK_EXPIRED"),
    );
    const looks = await world.test
      .owner`select 1 from events where name = 'contract.viewed' and subject_id = ${contract.id}`;
    expect(looks).toHaveLength(1);
    await world.modules.gateways.files.remove([contract.pdf_object]);
    await expect(contractFiles.open(lin.viewer, contract.id)).rejects.toThrow(refusal("LENDING_CONTRACT_DAMAGED"));
  });

  it("cannot be rewritten in the database, not even by its owner", async () => {
    await expect(world.test.owner`update contracts set pdf_sha256 = repeat('0', 64)`).rejects.toThrow(/append-only/);
    await expect(world.test.owner`delete from contracts`).rejects.toThrow(/append-only/);
  });
});
