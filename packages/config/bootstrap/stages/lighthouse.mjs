import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { findBrowser } from "../../playwright/browser.ts";
import { startProduct } from "../../playwright/product.ts";
import { freePort } from "../../postgres/index.mjs";
import { ensureBuilt } from "../build.mjs";
import { say } from "../report.mjs";

const pages = ["/", "/products", "/products/:first"];
// Of a hundred. The pages are the borrower's public ones, on a phone with slow 4G.
const least = { performance: 90, accessibility: 100, "best-practices": 100, seo: 95 };
const mostShift = 0.05;
const runs = 3;
// Lighthouse's own benchmark of a desktop, which it slows down four times to have a phone.
const desktop = 1500;

/**
 * Lighthouse on the public pages of the built product. Times are noisy, so the middle one of several runs counts and a
 * page that fails is measured once more; a machine that is slow by itself, or busy, is slowed down less.
 */
export async function lighthouseStage() {
  await ensureBuilt();
  const product = await startProduct();
  const port = await freePort();
  const { executablePath, args } = await findBrowser();
  const browser = await chromium.launch({ executablePath, args: [...args, `--remote-debugging-port=${port}`] });
  const total = { passed: 0, failed: 0 };
  try {
    const first = await firstProduct(browser, product.url);
    for (const page of pages) {
      const url = product.url + page.replace("/products/:first", first);
      const wrong = await failuresOf(url, port).then((found) => (found.length > 0 ? failuresOf(url, port) : found));
      say(`  ${wrong.length === 0 ? "✓" : "✗"} ${page}${wrong.length === 0 ? "" : `: ${wrong.join("; ")}`}`);
      total[wrong.length === 0 ? "passed" : "failed"] += 1;
    }
  } finally {
    await browser.close();
    await product.stop();
  }
  return total;
}

async function firstProduct(browser, url) {
  const page = await browser.newPage();
  await page.goto(`${url}/products`);
  const href = await page.getByRole("article").first().getByRole("link").first().getAttribute("href");
  await page.close();
  return href;
}

async function failuresOf(url, port) {
  const reports = [];
  for (let run = 0; run < runs; run += 1)
    reports.push(await measure(url, port, run === 0 ? Object.keys(least) : ["performance"]));
  const [whole] = reports;
  const middle = reports.toSorted((a, b) => scoreOf(a, "performance") - scoreOf(b, "performance"))[(runs - 1) / 2];
  const shift = middle.audits["cumulative-layout-shift"].numericValue;
  const seconds = (middle.audits["largest-contentful-paint"].numericValue / 1000).toFixed(1);
  const scoreFor = (name) => scoreOf(name === "performance" ? middle : whole, name);
  const said = Object.keys(least).map((name) => `${name} ${scoreFor(name)}`);
  say(`    ${new URL(url).pathname}: ${said.join(", ")}, largest paint ${seconds} s, shift ${shift.toFixed(3)}`);
  const low = Object.entries(least).filter(([name, score]) => scoreFor(name) < score);
  const missed = low.map(([name, score]) => `${name} ${scoreFor(name)} < ${score}${reasons(whole, name)}`);
  return shift > mostShift ? [...missed, `layout shift ${shift.toFixed(3)} > ${mostShift}`] : missed;
}

const scoreOf = (report, category) => Math.round(report.categories[category].score * 100);

// What a reader of a failure needs first: which audits cost the points.
function reasons(report, category) {
  if (category === "performance") return "";
  const refs = report.categories[category].auditRefs.filter(({ weight }) => weight > 0);
  const lost = refs.map(({ id }) => report.audits[id]).filter(({ score }) => score !== null && score < 1);
  return ` (${lost.map(({ title }) => title).join("; ")})`;
}

// How fast this machine is just now; every report says it again for the next one.
let speed = desktop;

async function measure(url, port, onlyCategories) {
  const cpuSlowdownMultiplier = Math.min(4, Math.max(1, (4 * speed) / desktop));
  const config = {
    extends: "lighthouse:default",
    settings: { onlyCategories, throttling: { ...slow4g, cpuSlowdownMultiplier } },
  };
  const result = await lighthouse(url, { port, output: "json", logLevel: "silent" }, config);
  const problem = result?.lhr.runtimeError?.message;
  if (!result || problem) throw new Error(`Lighthouse could not measure ${url}: ${problem ?? "no report"}`);
  speed = result.lhr.environment.benchmarkIndex;
  return result.lhr;
}

const slow4g = {
  rttMs: 150,
  throughputKbps: 1638.4,
  requestLatencyMs: 562.5,
  downloadThroughputKbps: 1474.56,
  uploadThroughputKbps: 675,
};
