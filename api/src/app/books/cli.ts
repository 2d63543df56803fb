/** `pnpm books [--json]`: exit 0 when the books hold, 1 with every offence and its id when they do not. */
import "reflect-metadata";
import postgres from "postgres";
import { loadConfig } from "../../kernel/config/index.js";
import { checks, readBooks } from "./books.js";

const sql = postgres(loadConfig().ownerUrl, { max: 1, onnotice: () => {}, connect_timeout: 5 });
try {
  const report = await readBooks(sql);
  if (process.argv.includes("--json")) console.log(JSON.stringify(report));
  else {
    for (const { check, id, detail } of report.offences) console.log(`${check}  ${id}  ${detail}`);
    const broken = new Set(report.offences.map((offence) => offence.check));
    for (const { name, promise } of checks) if (broken.has(name)) console.log(`  ${name}: ${promise}`);
    const verdict = report.offences.length === 0 ? "the books hold" : `${report.offences.length} offences`;
    console.log(`${verdict} (${report.checkCount} checks, ${report.milliseconds} ms)`);
  }
  process.exitCode = report.offences.length === 0 ? 0 : 1;
} finally {
  await sql.end();
}
