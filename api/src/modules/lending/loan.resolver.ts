import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root, Subscription } from "type-graphql";
import { Allow } from "../../kernel/access/index.js";
import type { Context } from "../../kernel/context/index.js";
import { audienceOf, type LiveEvent } from "../../kernel/live/index.js";
import { type Page, PageArgs } from "../../kernel/page/index.js";
import { DayScalar, MoneyScalar } from "../../kernel/scalars/index.js";
import { Application, type ApplicationRow, applicationById } from "../applications/index.js";
import { BankCard, bankCardById, borrowerMaskById } from "../borrowers/index.js";
import { Product, type ProductView, productVersionById } from "../catalog/index.js";
import { Institution, institutionById } from "../institutions/index.js";
import type { ContractRow } from "./contract.tables.js";
import { LoanFilter } from "./lending.inputs.js";
import { contractById, instalmentsByLoan, nextInstalmentByLoan } from "./lending.loaders.js";
import { Contract, Instalment, Loan, LoanConnection } from "./lending.types.js";
import type { LendingService } from "./loan.service.js";
import type { InstalmentRow, LoanRow } from "./loan.tables.js";

@Resolver(() => Loan)
export class LoanResolver {
  constructor(private readonly lending: LendingService) {}

  @Allow("loan:read")
  @Query(() => LoanConnection, { description: "Your loans, your institution's, or all; newest first." })
  loans(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg("filter", () => LoanFilter, { nullable: true, description: "Which to list; all without it." })
    filter: LoanFilter | null,
  ): Promise<Page<LoanRow>> {
    return this.lending.page(ctx.reader, ctx.viewer, filter ?? {}, page);
  }

  @Allow("loan:read")
  @Query(() => Loan, { nullable: true, description: "One loan; NOT_FOUND for another's." })
  loan(@Ctx() ctx: Context, @Arg("id", () => ID, { description: "The loan." }) id: string): Promise<LoanRow> {
    return this.lending.loan(ctx.reader, ctx.viewer, id);
  }

  @Allow("loan:read")
  @Subscription(() => Loan, {
    description: "A loan of yours, your institution's, or any, each time its state or what is owed changes.",
    topics: ({ context }) => audienceOf((context as Context).viewer),
    filter: ({ payload, args }) => {
      const { subjectType, subjectId } = payload as LiveEvent;
      return subjectType === "Loan" && (!args.loanId || args.loanId === subjectId);
    },
  })
  loanChanged(
    @Root() event: LiveEvent,
    @Ctx() ctx: Context,
    @Arg("loanId", () => ID, { nullable: true, description: "Only this loan." }) _loanId: string | null,
  ): Promise<LoanRow> {
    return this.lending.loan(ctx.reader, ctx.viewer, event.subjectId);
  }

  @FieldResolver(() => Application, { description: "The application it came from." })
  application(@Root() loan: LoanRow, @Ctx() ctx: Context): Promise<ApplicationRow | null> {
    return ctx.load(applicationById, loan.applicationId);
  }

  @FieldResolver(() => Product, { description: "The product, as of the version that was signed." })
  product(@Root() loan: LoanRow, @Ctx() ctx: Context): Promise<ProductView | null> {
    return ctx.load(productVersionById, loan.productVersionId);
  }

  @FieldResolver(() => DayScalar, {
    nullable: true,
    description: "Last day on which the loan can be given back without a penalty; null where none was agreed.",
  })
  async coolingOffEndsOn(@Root() loan: LoanRow, @Ctx() ctx: Context): Promise<string | null> {
    return this.lending.coolingOffEnd(loan, await ctx.load(productVersionById, loan.productVersionId));
  }

  @FieldResolver(() => Institution, { description: "Who lent it." })
  institution(@Root() loan: LoanRow, @Ctx() ctx: Context) {
    return ctx.load(institutionById, loan.institutionId);
  }

  @FieldResolver(() => Instalment, {
    nullable: true,
    description: "The oldest unpaid instalment; null when all are paid.",
  })
  nextInstalment(@Root() loan: LoanRow, @Ctx() ctx: Context): Promise<InstalmentRow | null> {
    return ctx.load(nextInstalmentByLoan, loan.id);
  }

  @FieldResolver(() => [Instalment], { description: "The plan, in order." })
  instalments(@Root() loan: LoanRow, @Ctx() ctx: Context): Promise<InstalmentRow[]> {
    return ctx.load(instalmentsByLoan, loan.id);
  }

  @FieldResolver(() => Contract, {
    nullable: true,
    description: "What was signed; null for loans taken over with their history.",
  })
  contract(@Root() loan: LoanRow, @Ctx() ctx: Context): Promise<ContractRow | null> | null {
    return loan.contractId ? ctx.load(contractById, loan.contractId) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "Family name, the rest starred." })
  async borrowerNameMasked(@Root() loan: LoanRow, @Ctx() ctx: Context): Promise<string | null> {
    return (await ctx.load(borrowerMaskById, loan.borrowerId))?.nameMasked ?? null;
  }

  @FieldResolver(() => BankCard, { nullable: true, description: "The card it was paid out to; to its borrower." })
  bankCard(@Root() loan: LoanRow, @Ctx() ctx: Context) {
    return ctx.load(bankCardById, loan.bankCardId);
  }
}

@Resolver(() => Instalment)
export class InstalmentResolver {
  @FieldResolver(() => MoneyScalar, { description: "Principal, interest and fees together." })
  payment(@Root() row: InstalmentRow): bigint {
    return row.principal + row.interest + row.fee;
  }

  @FieldResolver(() => MoneyScalar, { description: "Paid of it so far." })
  paidAmount(@Root() row: InstalmentRow): bigint {
    return row.paidPrincipal + row.paidInterest + row.paidFee;
  }

  @FieldResolver(() => MoneyScalar, { description: "Still to be paid." })
  remaining(@Root() row: InstalmentRow): bigint {
    return this.payment(row) - this.paidAmount(row);
  }
}
