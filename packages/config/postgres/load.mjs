// A client under load for the restart test: writes rows in transactions until told to stop, notes what was acknowledged,
// and says so every few rows, so that nobody has to guess how fast the machine is.
import postgres from "postgres";

const sql = postgres(process.env.LOAD_URL, { max: 8, backoff: 0.2, connect_timeout: 2, onnotice: () => {} });
await sql`create table if not exists receipts (id int primary key, half int not null)`;
const ROWS_A_WORD = 20;
const acknowledged = [];
let stopping = false;
let next = 0;
let failures = 0;
let ticks = 0;

process.on("message", () => {
  stopping = true;
});
const workers = Array.from({ length: 24 }, write);
await Promise.all([...workers, read(), read()]);

const rows = await sql`select id, half from receipts`;
const stored = new Map(rows.map(({ id, half }) => [id, half]));
const lost = acknowledged.filter((id) => !stored.has(id));
const halves = rows.filter(({ half }) => half !== 2).length;
await sql.end({ timeout: 5 });
process.send({ report: true, acknowledged: acknowledged.length, lost: lost.length, halves, failures, ticks });
process.disconnect();

async function write() {
  while (!stopping) {
    next += 1;
    const id = next;
    try {
      await sql.begin(async (tx) => {
        await tx`insert into receipts values (${id}, 1)`;
        await tx`update receipts set half = 2 where id = ${id}`;
      });
      acknowledged.push(id);
      if (acknowledged.length % ROWS_A_WORD === 0) process.send({ written: acknowledged.length });
    } catch {
      failures += 1;
      await new Promise((done) => setTimeout(done, 20));
    }
  }
}

async function read() {
  while (!stopping) {
    await sql`select count(*) from receipts where id > ${next - 100}`.then(
      () => {
        ticks += 1;
      },
      () => new Promise((done) => setTimeout(done, 20)),
    );
  }
}
