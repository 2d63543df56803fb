/** Says what is being filled in and how long it took. */
export type Progress = <T>(what: string, work: () => Promise<T>) => Promise<T>;

export const progressOf =
  (isQuiet: boolean): Progress =>
  async (what, work) => {
    const begun = performance.now();
    const done = await work();
    if (!isQuiet) process.stdout.write(`  demo data: ${what} (${((performance.now() - begun) / 1000).toFixed(1)} s)\n`);
    return done;
  };
