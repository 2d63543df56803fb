import { useQuery } from "@apollo/client/react";
import { toFailure, useCan } from "@daichao/client";
import { EmptyState } from "@daichao/ui/light";
import { IssueKey } from "../../features/channels/IssueKey.tsx";
import { KeyTable } from "../../features/channels/KeyTable.tsx";
import { graphql } from "../../gql/index.ts";
import { useBusinessClock } from "../../lib/business-clock.tsx";
import { useT } from "../../lib/texts.ts";
import { Block } from "../../ui/Block.tsx";
import { Panel } from "../../ui/Panel.tsx";

const KeysTabDocument = graphql(`
  query KeysTab {
    channels {
      id
      name
      keys {
        id
        ...KeyTable_key @unmask
      }
    }
  }
`);

/** Partners and the keys they call the api with. */
export function KeysTab() {
  const t = useT();
  const may = useCan();
  const { today } = useBusinessClock();
  const { data, error, refetch } = useQuery(KeysTabDocument);
  return (
    <Panel
      data={data?.channels}
      failure={error === undefined ? null : toFailure(error)}
      onRetry={() => void refetch()}
      height={320}
    >
      {(channels) =>
        channels.length === 0 ? (
          <EmptyState title={t("keys.noChannels")} />
        ) : (
          channels.map(({ id, name, keys }) => (
            <Block key={id} title={name} aside={t("keys.count", { count: keys.length })}>
              {may("channel:manage") && <IssueKey channelId={id} today={today} onIssued={() => void refetch()} />}
              <KeyTable keys={keys} channel={name} />
            </Block>
          ))
        )
      }
    </Panel>
  );
}
