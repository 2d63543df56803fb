/** The bureau's HTTP interface, as the sandbox bureau speaks it. */
import { kernelErrors } from "../../kernel/errors/index.js";
import { createGuard, exchangeJson } from "../resilience.js";
import type { BureauReport, CreditBureauGateway } from "./index.js";

type Wire = Omit<BureauReport, "totalOutstanding" | "monthlyObligation"> & {
  readonly totalOutstandingFen: string;
  readonly monthlyObligationFen: string;
};

export function createBureau({
  bureauUrl,
  timeoutMs = 3_000,
}: {
  bureauUrl: string;
  timeoutMs?: number;
}): CreditBureauGateway {
  const guard = createGuard({ timeoutMs, retries: 1 });
  return {
    async report(question) {
      const answer = await guard
        .run((signal) => exchangeJson(`${bureauUrl}/reports`, { method: "POST", body: question }, signal))
        .catch(() => {
          throw kernelErrors.unavailable();
        });
      if (answer.status !== 200) throw new Error(`the bureau refused the question (${answer.status})`);
      const { totalOutstandingFen, monthlyObligationFen, ...rest } = answer.body as Wire;
      return {
        ...rest,
        totalOutstanding: BigInt(totalOutstandingFen),
        monthlyObligation: BigInt(monthlyObligationFen),
      };
    },
  };
}
