/** Text search over 10,000 products in process: reading, matching and scoring, beside a plain search for the same letters. */
import "reflect-metadata";
import { performance } from "node:perf_hooks";
import { ProductCategory } from "../src/modules/catalog/product.states.js";
import { documentOf, type SearchDocument } from "../src/modules/catalog/search-document.rules.js";
import { scorerOf } from "../src/modules/catalog/search-match.rules.js";
import { readText } from "../src/modules/catalog/search-text.rules.js";

const PRODUCTS = 10_000;
const TURNS = 60;
const WARM_UP = 5;
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;

const firsts = [..."青栖云江澄远嘉禾星岚润泽安博恒信长明和谷"];
const seconds = [..."屿梧川畔晖帆木风海山石泉林岳原野桥港湾洲"];
const kinds = ["银行", "消费金融", "小额贷款"];
const purposes = ["装修", "购车", "教育", "旅行", "经营", "医疗", "日用", "周转"];
const ends = ["分期", "贷", "快贷", "易贷", "备用金", "宝"];
const documents: readonly SearchDocument[] = Array.from({ length: PRODUCTS }, (_, at) => {
  const shortName = `${pick(firsts, at * 7)}${pick(seconds, at * 11 + 3)}${pick(kinds, at)}`;
  const name = `${pick(firsts, at * 13)}${pick(seconds, Math.floor(at / 20))}${pick(purposes, at)}${pick(ends, at * 3)}`;
  return documentOf({
    name: `${name}${at % 97}`,
    tagline: `${pick(purposes, at * 5 + 1)}所需，${(at % 48) + 1}期可选`,
    category: pick(Object.values(ProductCategory), at),
    repaymentMethods: ["EQUAL_INSTALMENT"],
    institution: { shortName, name: `${shortName}股份有限公司` },
  });
});

const texts: Readonly<Record<string, string>> = {
  "a purpose and a sum": "装修 5万 一年",
  "a name": "青屿装修",
  pinyin: "qingyuzhuangxiu",
  initials: "qyzx",
  "pinyin with a slip": "qingyuzhaungxiu",
  "characters with a slip": "青雨装修分期",
};

const search = (text: string): number => {
  const score = scorerOf(readText(text), documents);
  return documents.map((document) => score(document)).filter((points) => points > 0).length;
};

const plain = (text: string): number =>
  documents
    .map(({ name, institution, tagline }) => (`${name} ${institution} ${tagline}`.includes(text) ? 1 : 0))
    .filter((points) => points > 0).length;

function measure(run: () => number) {
  const walls: number[] = [];
  const cpus: number[] = [];
  for (let turn = 0; turn < TURNS + WARM_UP; turn += 1) {
    const used = process.cpuUsage();
    const start = performance.now();
    run();
    const wall = performance.now() - start;
    const { user, system } = process.cpuUsage(used);
    if (turn < WARM_UP) continue;
    walls.push(wall);
    cpus.push((user + system) / 1_000);
  }
  const at = (times: number[], share: number) => times.sort((a, b) => a - b)[Math.floor(TURNS * share)] ?? 0;
  return { median: at(walls, 0.5), p95: at(walls, 0.95), p99: at(walls, 0.99), cpuP99: at(cpus, 0.99) };
}

const found = Object.entries(texts).map(([what, text]) => ({
  name: `search 10,000 products for ${what}`,
  goal: { figure: "p95", milliseconds: 200 },
  ours: measure(() => search(text)),
  reference: measure(() => plain(text)),
  against: "looking for the letters only",
}));
process.stdout.write(JSON.stringify(found));
