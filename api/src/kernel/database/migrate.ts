/** Brings a database to the present schema, as its owner: roles, migrations, then the repeatable guards. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import { runMigrations as migrateJobs } from "graphile-worker";
import postgres, { type Sql } from "postgres";

const LOCK = 7_140_001;
const ROLE_TRIES = 10;

function migrationsFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, "migrations");
    if (existsSync(join(candidate, "meta", "_journal.json"))) return candidate;
  }
  throw new Error("the migrations folder is missing");
}

/** Two login roles without any right of their own; passwords follow the environment. */
async function ensureRoles(sql: Sql, passwords: Readonly<Record<string, string>>): Promise<void> {
  for (const [role, password] of Object.entries(passwords)) {
    const quoted = password.replaceAll("'", "''");
    // Roles belong to the whole server: another database of it may be migrating at this very moment.
    await sql.unsafe(`do $$ begin
      for attempt in 1..${ROLE_TRIES} loop
        begin
          if not exists (select from pg_roles where rolname = '${role}') then create role ${role} login nosuperuser nobypassrls; end if;
          execute format('alter role ${role} password %L', '${quoted}');
          exit;
        exception when internal_error or unique_violation or duplicate_object then
          if attempt = ${ROLE_TRIES} then raise; end if;
          perform pg_sleep(0.05 * attempt);
        end;
      end loop;
    end $$`);
  }
}

/** Two statements of house law in one: the text locale must keep Chinese, and every walled table forces its wall. */
async function assertLocale(sql: Sql): Promise<void> {
  const [row] = await sql<{ trigrams: string[] }[]>`select show_trgm('装修贷款') as trigrams`;
  if (!row || row.trigrams.length === 0)
    throw new Error("the database's LC_CTYPE drops Chinese text: create it with C.UTF-8");
}

/** @param url of the schema's owner. Safe to run from several processes at once and when nothing is to be done. */
export async function migrateDatabase(url: string, rolePassword: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${LOCK})`;
    await ensureRoles(sql, { daichao_api: rolePassword, daichao_worker: rolePassword });
    for (const name of ["pg_trgm", "pgcrypto", "btree_gin"]) await sql.unsafe(`create extension if not exists ${name}`);
    await assertLocale(sql);
    await migrateJobs({ connectionString: url });
    const folder = migrationsFolder();
    await migrate(drizzle(sql), { migrationsFolder: folder });
    const guards = join(folder, "repeatable");
    for (const file of readdirSync(guards)
      .filter((name) => name.endsWith(".sql"))
      .sort()) {
      await sql.unsafe(readFileSync(join(guards, file), "utf8"));
    }
  } finally {
    await sql.end();
  }
}
