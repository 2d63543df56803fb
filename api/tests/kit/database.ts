/** One database per test file, cloned from a migrated template in about 50 ms. */
import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { inject } from "vitest";
import { migrateDatabase } from "../../src/kernel/database/migrate.js";

const folder = join(import.meta.dirname, "..", "..", "migrations");
const LOCK = 7_140_009;
export const ROLE_PASSWORD = "test-role-password";

function templateName(): string {
  const hash = createHash("sha256");
  for (const directory of [folder, join(folder, "repeatable")])
    for (const file of readdirSync(directory)
      .filter((name) => name.endsWith(".sql"))
      .sort())
      hash.update(readFileSync(join(directory, file)));
  // The journal's times decide what is applied again.
  hash.update(readFileSync(join(folder, "meta", "_journal.json")));
  return `daichao_template_${hash.digest("hex").slice(0, 12)}`;
}

function withDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

async function ensureTemplate(serverUrl: string): Promise<string> {
  const name = templateName();
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    await admin`select pg_advisory_lock(${LOCK})`;
    const [existing] = await admin`select from pg_database where datname = ${name}`;
    if (existing) return name;
    const draft = `${name}_draft`;
    await admin.unsafe(`drop database if exists ${draft} with (force)`);
    await admin.unsafe(`create database ${draft}`);
    await migrateDatabase(withDatabase(serverUrl, draft), ROLE_PASSWORD);
    await admin.unsafe(`alter database ${draft} rename to ${name}`);
    return name;
  } finally {
    await admin.end();
  }
}

/** A fresh, empty, migrated database; answers its superuser's url. Dropped with the server at the end of the run. */
export async function cloneDatabase(): Promise<string> {
  const serverUrl = inject("postgresUrl");
  const template = await ensureTemplate(serverUrl);
  const name = `daichao_test_${randomBytes(6).toString("hex")}`;
  const admin = postgres(serverUrl, { max: 1, onnotice: () => {} });
  try {
    await admin.unsafe(`create database ${name} template ${template} strategy file_copy`);
  } finally {
    await admin.end();
  }
  return withDatabase(serverUrl, name);
}
