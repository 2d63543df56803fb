/** Specimen cards: pictures the sandbox can read, plainly no card of anybody. */
import sharp from "sharp";
import type { CardSide } from "./index.js";
import { codeStrip } from "./specimen-code.js";

const WIDTH = 1_000;
const HEIGHT = 630;

export interface Specimen {
  readonly name: string;
  readonly identityNumber: string;
}

const escaped = (text: string) => text.replace(/[<>&"]/g, "");

/** Thin lines such as a security print has: what a sharp picture keeps and a blurred one loses. */
function guilloche(ink: string): string {
  const waves = Array.from({ length: 18 }, (_, row) => {
    const y = 40 + row * 29;
    return `M0 ${y}${Array.from({ length: 25 }, (_unused, at) => `q20 ${at % 2 === 0 ? -18 : 18} 40 0`).join("")}`;
  });
  return `<path d="${waves.join("")}" fill="none" stroke="${ink}" stroke-width="1.4" opacity="0.5"/>`;
}

function front({ name, identityNumber }: Specimen): string {
  const lines = [
    `姓名 ${escaped(name)}`,
    `住址 ${identityNumber.slice(0, 6)} 样张路 1 号`,
    `公民身份号码 ${identityNumber}`,
  ];
  const face =
    '<circle cx="800" cy="210" r="86" fill="#4a6d8c" opacity="0.45"/><path d="M650 470a150 150 0 0 1 300 0z" fill="#4a6d8c" opacity="0.45"/>';
  const text = lines.map(
    (line, row) => `<text x="60" y="${130 + row * 130}" font-size="40" fill="#26323d">${line}</text>`,
  );
  return `${guilloche("#4a6d8c")}${face}${text.join("")}`;
}

const back = (): string =>
  `${guilloche("#9c5147")}<circle cx="150" cy="170" r="90" fill="#9c5147" opacity="0.5"/>
  <text x="300" y="190" font-size="56" fill="#4b2520">居民身份证样张</text><text x="300" y="400" font-size="40" fill="#4b2520">签发机关 样张市公安局</text>`;

/** A PNG of one side. The other values on it are the same for everybody. */
export function drawSpecimen(side: CardSide, person: Specimen): Promise<Buffer> {
  const paper = side === "FRONT" ? "#e8f0f7" : "#f6e9e7";
  const said =
    side === "FRONT"
      ? { s: "F", n: person.name, i: person.identityNumber }
      : { s: "B", a: "样张市公安局", v: "2036-06-30" };
  const size = { width: WIDTH, height: HEIGHT };
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="Noto Sans CJK SC, sans-serif">
    <rect width="${WIDTH}" height="${HEIGHT}" fill="${paper}"/>${side === "FRONT" ? front(person) : back()}
    <text x="500" y="545" font-size="44" letter-spacing="10" text-anchor="middle" fill="#555" opacity="0.6">SPECIMEN 样张</text>
    ${codeStrip(JSON.stringify(said), size)}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}
