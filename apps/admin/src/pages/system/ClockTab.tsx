import { useQuery } from "@apollo/client/react";
import { toFailure } from "@daichao/client";
import { ClockPanel } from "../../features/settings/ClockPanel.tsx";
import { graphql } from "../../gql/index.ts";
import { Panel } from "../../ui/Panel.tsx";

const ClockTabDocument = graphql(`
  query ClockTab {
    businessClock {
      ...ClockPanel_clock @unmask
    }
  }
`);

/** Business time, and in a sandbox the way to move it on. */
export function ClockTab() {
  const { data, error, refetch } = useQuery(ClockTabDocument, { pollInterval: 30_000 });
  return (
    <Panel
      data={data?.businessClock}
      failure={error === undefined ? null : toFailure(error)}
      onRetry={() => void refetch()}
      height={360}
    >
      {(clock) => <ClockPanel clock={clock} />}
    </Panel>
  );
}
