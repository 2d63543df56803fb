const started = performance.now();

/** One line for people who wait. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Says what begins, does it, says how long it took; a failure is said too and passed on. */
export async function step(name, work) {
  const from = performance.now();
  say(`  … ${name}`);
  try {
    const result = await work();
    say(`  ✓ ${name} (${seconds(from)} s)`);
    return result;
  } catch (error) {
    say(`  ✗ ${name} (${seconds(from)} s)`);
    throw error;
  }
}

/** Seconds since a moment, or since this process began, with one decimal. */
export function seconds(from = started) {
  return ((performance.now() - from) / 1000).toFixed(1);
}
