/** "There is something new": NOTIFY through PostgreSQL, or a Redis message where one is configured and answers. */
import { Redis } from "ioredis";
import type { Sql } from "postgres";

const CHANNEL = "daichao_live";

export interface Signal {
  /** Wakes every process, this one too. */
  send(): Promise<void>;
  start(hear: () => void): Promise<void>;
  stop(): Promise<void>;
}

function throughPostgres(listener: Sql): Signal {
  let unlisten: (() => Promise<void>) | undefined;
  return {
    async send() {
      await listener.notify(CHANNEL, "");
    },
    async start(hear) {
      // The second callback runs after every reconnect: what was announced meanwhile is read then.
      const subscription = await listener.listen(CHANNEL, hear, hear);
      unlisten = () => subscription.unlisten();
    },
    async stop() {
      await unlisten?.().catch(() => undefined);
    },
  };
}

function openRedis(url: string): Redis {
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => 500 });
  client.on("error", () => undefined);
  return client;
}

/** NOTIFY is always listened to, so a Redis that goes away changes nothing but the way. */
export function createSignal(listener: Sql, redisUrl: string | undefined): Signal {
  const postgres = throughPostgres(listener);
  if (!redisUrl) return postgres;
  const publisher = openRedis(redisUrl);
  const subscriber = openRedis(redisUrl);
  return {
    async send() {
      if (publisher.status !== "ready") return postgres.send();
      await publisher.publish(CHANNEL, "").catch(() => postgres.send());
    },
    async start(hear) {
      subscriber.on("message", hear);
      subscriber.on("ready", () => void subscriber.subscribe(CHANNEL).catch(() => undefined));
      await Promise.all([publisher, subscriber].map((client) => client.connect().catch(() => undefined)));
      await postgres.start(hear);
    },
    async stop() {
      publisher.disconnect();
      subscriber.disconnect();
      await postgres.stop();
    },
  };
}
