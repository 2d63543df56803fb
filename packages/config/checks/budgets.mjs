// First-load bytes are a promise (gzipped JavaScript in KB of 1000 bytes). Reads what each build weighed: dist/bytes.json.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { finish, root } from "./report.mjs";

const budgets = {
  borrower: {
    entry: 170,
    css: 20,
    lazy: 110,
    home: /^home\//i,
    ceilings: [
      // What a stranger meets: no antd.
      [/^(home|products|compare|calculator|promises|verify|missing)\//i, 170],
      [/./, 260],
    ],
  },
  institution: { entry: 520, css: 40, lazy: 150, home: /^(home|today)\//i, ceilings: [] },
  admin: { entry: 540, css: 40, lazy: 150, home: /^(home|overview)\//i, ceilings: [] },
};

const problems = [];
for (const [app, budget] of Object.entries(budgets)) {
  const file = join(root, "apps", app, "dist", "bytes.json");
  if (existsSync(file)) weigh(app, budget, JSON.parse(readFileSync(file, "utf8")));
  else problems.push(`${app}: not built`);
}
finish("budgets", problems);

function weigh(app, budget, { entries, pages, lazy }) {
  for (const [name, { js, css }] of Object.entries(entries)) {
    console.log(`  ${app}/${name}: ${kilo(js)} KB js, ${kilo(css)} KB css first load`);
    within(`${app}/${name}: first-load js`, js, budget.entry);
    within(`${app}/${name}: first-load css`, css, budget.css);
  }
  for (const [name, { js }] of Object.entries(pages)) {
    const home = budget.home.test(name);
    if (home) console.log(`  ${app}/${name}: ${kilo(js)} KB js with its page`);
    if (home) within(`${app}/${name}: js with its page`, js, budget.entry);
    const ceiling = budget.ceilings.find(([pattern]) => pattern.test(name))?.[1];
    if (!home && ceiling) within(`${app}/${name}: js with its page`, js, ceiling);
  }
  for (const [name, js] of Object.entries(lazy)) remark(`${app}/${name}: lazy chunk`, js, budget.lazy);
}

function within(what, bytes, limit) {
  if (bytes > limit * 1000) problems.push(`${what} ${kilo(bytes)} KB > ${limit} KB`);
}

function remark(what, bytes, limit) {
  if (bytes > limit * 1000) console.log(`  note: ${what} ${kilo(bytes)} KB > ${limit} KB`);
}

function kilo(bytes) {
  return (bytes / 1000).toFixed(1);
}
