import { say, seconds } from "../report.mjs";

/** Runs named checks one by one or in lanes; each counts once. What a failed one printed is shown. */
export async function tally(checks, inLanes) {
  const counts = { passed: 0, failed: 0 };
  await inLanes(checks, async ({ name, run }) => {
    const from = performance.now();
    try {
      await run();
      counts.passed += 1;
      say(`  ✓ ${name} (${seconds(from)} s)`);
    } catch (error) {
      counts.failed += 1;
      say(`  ✗ ${name} (${seconds(from)} s)\n${indented(error.message)}`);
    }
  });
  return counts;
}

function indented(text) {
  return String(text)
    .split("\n")
    .map((line) => `      ${line}`)
    .join("\n");
}
