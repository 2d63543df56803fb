/** A whole story in one step: a product, a borrower, an application, a loan with its first payment under way. */
import { until } from "./caller.js";
import type { World } from "./world.js";
import type { WorldBorrower } from "./world-borrower.js";

export interface RunningLoan {
  readonly borrower: WorldBorrower;
  /** Everything of this borrower and lender that has an id, by what it is. */
  readonly ids: Readonly<Record<string, string>>;
}

const IDS = `query Ids($id: ID!) { application(id: $id) { consent { id } contract { id } loan { id } documents { id }
  offers { id } documentRequests { id } } sessions { id } viewer { id borrower { bankCards { id } } } }`;

interface Found {
  readonly application: {
    readonly consent: { readonly id: string } | null;
    readonly contract: { readonly id: string } | null;
    readonly loan: { readonly id: string } | null;
    readonly documents: readonly { readonly id: string }[];
    readonly documentRequests: readonly { readonly id: string }[];
  };
  readonly sessions: readonly { readonly id: string }[];
}

export async function runningLoan(world: World): Promise<RunningLoan> {
  const admin = await world.admin();
  const officer = await world.admin("risk-officer");
  const approval = await admin.changesParameter("disclosure.readingSeconds", "5");
  await officer.speaks(approval?.id ?? "", "APPROVED");
  const productId = await world.publishes("A");
  const borrower = await world.borrower().isReady();
  const draft = await until(
    () => borrower.drafts([productId]),
    ({ missing }) => missing.length === 0,
  );
  const [submitted] = (await borrower.presses(borrower.submissionOf(draft))).applications;
  if (!submitted) throw new Error("nothing was submitted");
  const reviewer = await world.reviewer("A");
  const standing = await until(
    () => reviewer.application(submitted.id),
    ({ state }) => state === "UNDER_REVIEW",
  );
  const asked = await reviewer.requestsDocument(standing, "INCOME_PROOF", "请补充收入证明");
  const document = await borrower.uploadsDocument("INCOME_PROOF");
  const supply = () =>
    borrower.suppliesDocument(asked.documentRequests[0]?.id ?? "", document.id).catch((refusal: Error) => refusal);
  await until(supply, (answer) => !(answer instanceof Error));
  await reviewer.decides(await reviewer.application(submitted.id), "APPROVE");
  const [offer] = (await borrower.application(submitted.id)).offers;
  await borrower.acceptsOffer(offer?.id ?? "");
  const sheet = await borrower.opensDisclosure<{ id: string; readingSeconds: number }>(
    submitted.id,
    "id readingSeconds",
  );
  await new Promise((resolve) => setTimeout(resolve, sheet.readingSeconds * 1_000 + 150));
  await borrower.confirmsDisclosure(sheet.id);
  await borrower.signs(await borrower.signature(submitted.id, sheet.id));
  await until(
    () => borrower.application(submitted.id),
    ({ state }) => state === "DISBURSED",
    20_000,
  );
  const { application, sessions } = await borrower.run<Found>(IDS, { id: submitted.id });
  const loanId = application.loan?.id ?? "";
  const payment = await borrower.pays(loanId, "500.00");
  const { recommendations } = await borrower.run<{ recommendations: { id: string | null } }>(
    `{ recommendations(need: { amount: "20000.00", termCount: 12 }) { id } }`,
  );
  const listing = await (await world.reviewer("A", "manager")).createsProduct({ name: "未上架产品" });
  return {
    borrower,
    ids: {
      product: productId,
      listing: listing.id,
      account: borrower.id,
      session: sessions[0]?.id ?? "",
      draft: draft.id,
      application: submitted.id,
      offer: offer?.id ?? "",
      disclosure: sheet.id,
      consent: application.consent?.id ?? "",
      contract: application.contract?.id ?? "",
      document: application.documents[0]?.id ?? "",
      documentRequest: application.documentRequests[0]?.id ?? "",
      bankCard: borrower.bankCardId,
      ranking: recommendations.id ?? "",
      loan: loanId,
      payment: payment.id,
      approval: approval?.id ?? "",
      institution: submitted.institution.id,
    },
  };
}
