import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Allow, Public } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { InstantScalar, MoneyScalar } from "../../kernel/scalars/index.js";
import { Application, type ApplicationRow, type ApplicationService } from "../applications/index.js";
import { AnnualisedCost, ContingentCost, Quote, QuoteFee } from "../catalog/index.js";
import { type CodeAnswer, CodeRequest } from "../identity/index.js";
import { Institution, institutionById } from "../institutions/index.js";
import { bankOrderById } from "../ledger/index.js";
import type { ContractService } from "./contract.service.js";
import type { ContractRow, DisbursementRow } from "./contract.tables.js";
import type { ContractCheck, ContractFileService, ContractView } from "./contract-file.service.js";
import type { DisbursementService } from "./disbursement.service.js";
import { DisbursementState } from "./disbursement.states.js";
import type { DisclosureService } from "./disclosure.service.js";
import type { DisclosureRow } from "./disclosure.tables.js";
import {
  ConfirmDisclosureInput,
  OpenContractInput,
  OpenDisclosureInput,
  RequestSigningCodeInput,
  RetryDisbursementInput,
  SignContractInput,
} from "./lending.inputs.js";
import {
  contractByApplication,
  disbursementByApplication,
  disclosureByApplication,
  loanByApplication,
} from "./lending.loaders.js";
import { Contract, ContractFile, ContractVerification, CostDisclosure, Disbursement, Loan } from "./lending.types.js";
import type { LoanRow } from "./loan.tables.js";

@Resolver(() => CostDisclosure)
export class CostDisclosureResolver {
  constructor(private readonly disclosures: DisclosureService) {}

  @Allow("contract:sign")
  @Mutation(() => CostDisclosure, {
    description:
      "Shows the cost sheet of the offer you accepted, for a payout today. Refused without an accepted offer, and when its cost is over a cap now in force.",
  })
  openDisclosure(
    @Ctx() ctx: Context,
    @Arg("input", () => OpenDisclosureInput, { description: "Which application." }) input: OpenDisclosureInput,
  ): Promise<DisclosureRow> {
    return this.disclosures.open(ctx.viewer, input.applicationId);
  }

  @Allow("contract:sign")
  @Mutation(() => CostDisclosure, {
    description: "Confirms that the sheet was read. Refused with the seconds left until the reading time is over.",
  })
  confirmDisclosure(
    @Ctx() ctx: Context,
    @Arg("input", () => ConfirmDisclosureInput, { description: "Which sheet." }) input: ConfirmDisclosureInput,
  ): Promise<DisclosureRow> {
    return this.disclosures.confirm(ctx.viewer, input.disclosureId);
  }

  @FieldResolver(() => Institution, { description: "Who lends." })
  institution(@Root() row: DisclosureRow, @Ctx() ctx: Context) {
    return ctx.load(institutionById, row.institutionId);
  }

  @FieldResolver(() => InstantScalar, { description: "Real time from which it can be confirmed." })
  confirmableAt(@Root() row: DisclosureRow): Date {
    return new Date(row.openedAt.getTime() + row.readingSeconds * 1_000);
  }

  @FieldResolver(() => Quote, { description: "Every figure of the loan, as shown on the sheet." })
  quote(@Root() row: DisclosureRow) {
    return this.disclosures.sheetOf(row).quote;
  }

  @FieldResolver(() => MoneyScalar, { description: "What is lent." })
  principal(@Root() row: DisclosureRow): bigint {
    return this.disclosures.sheetOf(row).quote.amount;
  }

  @FieldResolver(() => [QuoteFee], { description: "Each fee with its way, its standard and its payee." })
  fees(@Root() row: DisclosureRow) {
    return this.disclosures.sheetOf(row).quote.fees;
  }

  @FieldResolver(() => AnnualisedCost, {
    description: "The yearly cost when the contract is kept, each way of measuring named.",
  })
  annualCost(@Root() row: DisclosureRow) {
    return this.disclosures.sheetOf(row).quote.annualCost;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Days after the payout in which the loan can be given back; null on sheets from before it was named.",
  })
  coolingOffDays(@Root() row: DisclosureRow): number | null {
    return this.disclosures.sheetOf(row).coolingOffDays ?? null;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "What the cooling-off time means, in the reader's language; null where it is not named.",
  })
  coolingOffNote(@Root() row: DisclosureRow, @Ctx() ctx: Context): string | null {
    return this.disclosures.wordsOf(row, ctx.locale).coolingOffNote;
  }

  @FieldResolver(() => [ContingentCost], {
    description: "What is owed only when the contract is not kept or ended early.",
  })
  contingentCosts(@Root() row: DisclosureRow) {
    return this.disclosures.sheetOf(row).contingentCosts;
  }

  @FieldResolver(() => String, {
    description: "The sentence that nothing else is charged, in the reader's language; the Chinese one is hashed.",
  })
  statement(@Root() row: DisclosureRow, @Ctx() ctx: Context): string {
    return this.disclosures.wordsOf(row, ctx.locale).statement;
  }

  @FieldResolver(() => String, {
    description:
      "What happens when the money goes out on another day, in the reader's language; the Chinese one is hashed.",
  })
  startNote(@Root() row: DisclosureRow, @Ctx() ctx: Context): string {
    return this.disclosures.wordsOf(row, ctx.locale).startNote;
  }
}

@Resolver(() => Contract)
export class ContractResolver {
  constructor(
    private readonly contracts: ContractService,
    private readonly files: ContractFileService,
    private readonly applications: ApplicationService,
  ) {}

  @Allow("contract:sign")
  @Mutation(() => CodeRequest, { description: "Sends a code that signs this one application's contract." })
  requestSigningCode(
    @Ctx() ctx: Context,
    @Arg("input", () => RequestSigningCodeInput, { description: "What is to be signed." })
    input: RequestSigningCodeInput,
  ): Promise<CodeAnswer> {
    return this.contracts.requestCode(ctx.viewer, input.applicationId);
  }

  @Allow("contract:sign")
  @Mutation(() => Application, {
    description:
      "Signs the contract. Refused with the new figures when anything changed since the sheet; without a confirmed sheet; for another name, another's card, a wrong code.",
  })
  async signContract(
    @Ctx() ctx: Context,
    @Arg("input", () => SignContractInput, { description: "The signature." }) input: SignContractInput,
  ): Promise<ApplicationRow> {
    const id = await this.contracts.sign(ctx.viewer, { ...input });
    return this.applications.find(ctx.reader, ctx.viewer, id);
  }

  @Allow("contract:read")
  @Mutation(() => ContractFile, {
    description: "A url for the PDF, valid one minute in this session; who looked is kept.",
  })
  openContract(
    @Ctx() ctx: Context,
    @Arg("input", () => OpenContractInput, { description: "Which contract." }) input: OpenContractInput,
  ): Promise<ContractView> {
    return this.files.open(ctx.viewer, input.contractId);
  }

  @Public()
  @Query(() => ContractVerification, {
    description: "Whether a file with that SHA-256 is a contract signed here. Anybody may ask.",
  })
  verifyContract(
    @Arg("sha256", () => String, { description: "64 hexadecimal digits." }) sha256: string,
  ): Promise<ContractCheck> {
    return this.files.verify(sha256);
  }
}

@Resolver(() => Disbursement)
export class DisbursementResolver {
  constructor(
    private readonly disbursements: DisbursementService,
    private readonly applications: ApplicationService,
  ) {}

  @Allow("disbursement:retry")
  @Mutation(() => Application, {
    description:
      "Sends a failed payout again. Refused while the bank's last answer is contradictory, and in any other state.",
  })
  async retryDisbursement(
    @Ctx() ctx: Context,
    @Arg("input", () => RetryDisbursementInput, { description: "Which payout." }) input: RetryDisbursementInput,
  ): Promise<ApplicationRow> {
    const id = await this.disbursements.retry(ctx.viewer, { ...input });
    return this.applications.find(ctx.reader, ctx.viewer, id);
  }

  @FieldResolver(() => DisbursementState, { description: "Where it stands." })
  async state(@Root() row: DisbursementRow, @Ctx() ctx: Context): Promise<DisbursementState> {
    return this.disbursements.stateOf(row, await ctx.load(bankOrderById, row.orderId));
  }
}

/** What lending adds to an application. */
@Resolver(() => Application)
export class ApplicationLendingResolver {
  @FieldResolver(() => CostDisclosure, { nullable: true, description: "The newest cost sheet shown." })
  disclosure(@Root() { id }: ApplicationRow, @Ctx() ctx: Context): Promise<DisclosureRow | null> {
    return ctx.load(disclosureByApplication, id);
  }

  @FieldResolver(() => Contract, { nullable: true, description: "What was signed." })
  contract(@Root() { id }: ApplicationRow, @Ctx() ctx: Context): Promise<ContractRow | null> {
    return ctx.load(contractByApplication, id);
  }

  @FieldResolver(() => Disbursement, { nullable: true, description: "The payout." })
  disbursement(@Root() { id }: ApplicationRow, @Ctx() ctx: Context): Promise<DisbursementRow | null> {
    return ctx.load(disbursementByApplication, id);
  }

  @FieldResolver(() => Loan, { nullable: true, description: "The loan, once it is paid out." })
  loan(@Root() { id }: ApplicationRow, @Ctx() ctx: Context): Promise<LoanRow | null> {
    return ctx.load(loanByApplication, id);
  }
}
