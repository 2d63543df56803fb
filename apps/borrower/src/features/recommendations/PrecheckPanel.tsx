import { useMutation, useQuery } from "@apollo/client/react";
import { Dialog, Skeleton } from "@daichao/ui/light";
import { useState } from "react";
import { graphql } from "../../gql/index.ts";
import { useFormFailures } from "../../lib/form-failures.ts";
import type { Need } from "../../lib/need.ts";
import { keepPrecheck, usePrecheckToken } from "../../lib/precheck.ts";
import { useT } from "../../lib/texts.ts";
import { PrecheckQuestions } from "./PrecheckQuestions.tsx";
import { PrecheckResult } from "./PrecheckResult.tsx";
import { type Answers, inputOf, noAnswers } from "./precheck-answers.ts";

const PrecheckDocument = graphql(`
  query Precheck($token: String!) {
    precheck(token: $token) {
      employment
      monthlyIncome
      monthlyDebtPayment
      ageBand
      provinceCode
      ...PrecheckResult_precheck @unmask
    }
  }
`);

const RunPrecheckDocument = graphql(`
  mutation RunPrecheck($input: RunPrecheckInput!) {
    runPrecheck(input: $input) {
      employment
      monthlyIncome
      monthlyDebtPayment
      ageBand
      provinceCode
      ...PrecheckResult_precheck @unmask
    }
  }
`);

const wholeOf = (amount: string): number => Number(amount.split(".")[0] ?? 0);

/** The pre-check in a dialogue: the questions, or what the answers of this browser come to today. */
export function PrecheckPanel({ need, onClose }: { need: Need; onClose: () => void }) {
  const t = useT();
  const token = usePrecheckToken();
  const { data, loading } = useQuery(PrecheckDocument, { variables: { token: token ?? "" }, skip: token === null });
  const [run, { loading: isRunning }] = useMutation(RunPrecheckDocument);
  const [given, setAnswers] = useState<Answers | null>(null);
  const [isAnswering, setAnswering] = useState(token === null);
  const failures = useFormFailures([]);
  const precheck = data?.precheck ?? null;
  const known: Answers | null = precheck && {
    employment: precheck.employment,
    income: wholeOf(precheck.monthlyIncome),
    debt: wholeOf(precheck.monthlyDebtPayment),
    age: precheck.ageBand,
    province: precheck.provinceCode,
  };
  const answers = given ?? known ?? noAnswers;
  const send = async (wish: Need): Promise<void> => {
    const input = inputOf(answers, wish);
    if (input === null) return;
    failures.clear();
    try {
      const { data: answer } = await run({ variables: { input } });
      if (!answer) return;
      keepPrecheck(answer.runPrecheck.token);
      setAnswering(false);
    } catch (error) {
      failures.take(error);
    }
  };
  const showsResult = !isAnswering && precheck !== null;
  return (
    <Dialog open onClose={onClose} title={t("precheck.title")} wide>
      {loading && precheck === null ? (
        <Skeleton height={240} />
      ) : showsResult ? (
        <PrecheckResult
          precheck={precheck}
          isBusy={isRunning}
          onNeed={(wish) => void send(wish)}
          onAgain={() => setAnswering(true)}
        />
      ) : (
        <PrecheckQuestions
          answers={answers}
          onAnswers={setAnswers}
          onDone={() => void send(need)}
          isBusy={isRunning}
          failure={failures.form}
        />
      )}
    </Dialog>
  );
}
