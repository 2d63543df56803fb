/** The hand-written way: node:http and one SQL query per request. `argv[2]` is the file with the query, `argv[3]` its values as JSON. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import postgres from "postgres";

const text = readFileSync(process.argv[2] ?? "", "utf8");
const values: unknown = JSON.parse(process.argv[3] ?? "[]");
const sql = postgres(process.env.DATABASE_URL ?? "", { max: 12, onnotice: () => {} });

async function answer(): Promise<string> {
  const rows = await sql.unsafe(text, Array.isArray(values) ? values : [], { prepare: true });
  return JSON.stringify({ data: rows[0]?.data ?? null });
}

createServer((request, response) => {
  request.resume();
  answer().then(
    (body) => response.writeHead(200, { "content-type": "application/json; charset=utf-8" }).end(body),
    () => response.writeHead(500).end(),
  );
}).listen(Number(process.env.PORT), "127.0.0.1");
