import { FieldResolver, Resolver, Root } from "type-graphql";
import type { CreditService } from "./credit.service.js";
import type { CreditReportRow } from "./credit-report.tables.js";
import { CreditReport } from "./credit-report.types.js";

@Resolver(() => CreditReport)
export class CreditReportResolver {
  constructor(private readonly credit: CreditService) {}

  @FieldResolver(() => Boolean, { description: "Whether it is older than the platform's limit for deciding on." })
  isStale(@Root() row: CreditReportRow): boolean {
    return this.credit.isStale(row);
  }
}
