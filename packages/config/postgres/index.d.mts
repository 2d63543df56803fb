export interface PostgresOptions {
  /** Folder of the cluster; created when missing. */
  dataDir: string;
  /** TCP port on 127.0.0.1; a free one by default. */
  port?: number;
  /** False for throw-away servers: no fsync, no full page writes, asynchronous commits. */
  durable: boolean;
  /** Default 100. */
  maxConnections?: number;
  /** Further server settings. */
  settings?: Record<string, string | number>;
  log?: (line: string) => void;
}

export interface RunningPostgres {
  /** Superuser url of the database "postgres". */
  url: string;
  port: number;
  pid: number;
  /** Where the cluster really lies (another place than asked only where root may not use its own folder). */
  dataDir: string;
  /** Settles when the server is gone, with its exit code or signal. */
  ended: Promise<number | string>;
  /** Fast shutdown; settles when the server is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server on loopback for this process, creating its data folder first when there is none.
 * The server belongs to this process: it ends with `stop()`, with this process, or when this process is killed.
 */
export function startPostgres(options: PostgresOptions): Promise<RunningPostgres>;

/** A TCP port of the loopback interface that was free a moment ago. */
export function freePort(): Promise<number>;
