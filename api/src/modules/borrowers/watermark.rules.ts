/** The viewer's mark over an image, drawn from own letter shapes: a server without fonts draws it all the same. */

// Five columns by seven rows; each number is a row, its highest of five bits on the left.
const GLYPHS: Readonly<Record<string, readonly number[]>> = {
  "0": [14, 17, 19, 21, 25, 17, 14],
  "1": [4, 12, 4, 4, 4, 4, 14],
  "2": [14, 17, 1, 2, 4, 8, 31],
  "3": [31, 2, 4, 2, 1, 17, 14],
  "4": [2, 6, 10, 18, 31, 2, 2],
  "5": [31, 16, 30, 1, 1, 17, 14],
  "6": [6, 8, 16, 30, 17, 17, 14],
  "7": [31, 1, 2, 4, 8, 8, 8],
  "8": [14, 17, 17, 14, 17, 17, 14],
  "9": [14, 17, 17, 15, 1, 2, 12],
  A: [14, 17, 17, 31, 17, 17, 17],
  B: [30, 17, 17, 30, 17, 17, 30],
  C: [14, 17, 16, 16, 16, 17, 14],
  D: [28, 18, 17, 17, 17, 18, 28],
  E: [31, 16, 16, 30, 16, 16, 31],
  F: [31, 16, 16, 30, 16, 16, 16],
  I: [14, 4, 4, 4, 4, 4, 14],
  O: [14, 17, 17, 17, 17, 17, 14],
  H: [17, 17, 17, 31, 17, 17, 17],
  "-": [0, 0, 0, 31, 0, 0, 0],
  ":": [0, 12, 12, 0, 12, 12, 0],
};

const WIDTH = 6;
const HEIGHT = 7;

function path(text: string, unit: number): string {
  const squares: string[] = [];
  [...text].forEach((letter, place) => {
    (GLYPHS[letter] ?? []).forEach((row, y) => {
      for (let x = 0; x < 5; x += 1)
        if (row & (16 >> x)) squares.push(`M${(place * WIDTH + x) * unit} ${y * unit}h${unit}v${unit}h-${unit}z`);
    });
  });
  return squares.join("");
}

/**
 * One slanted tile of the mark as SVG, to be repeated over an image of that size in pixels and never larger than it.
 * Dark with a light edge, so that it stays readable on any ground. Letters without a shape are left blank.
 */
export function watermarkTile(text: string, image: { readonly width: number; readonly height: number }): string {
  const unit = Math.max(1, Math.round(image.width / 360));
  const length = text.length * WIDTH * unit;
  const width = Math.min(image.width, Math.round(length * 0.95 + 14 * unit));
  const height = Math.min(image.height, Math.round(length * 0.35 + HEIGHT * unit * 4));
  const turn = `translate(${4 * unit} ${height - 10 * unit}) rotate(-18)`;
  const look = `fill="#000" stroke="#fff" stroke-width="${unit * 0.4}" fill-opacity="0.38" stroke-opacity="0.38"`;
  const drawn = `<g transform="${turn}"><path d="${path(text.toUpperCase(), unit)}" ${look}/></g>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${drawn}</svg>`;
}

/** What the mark says: who looked, and when (Asia/Shanghai). Letters the tile can draw. */
export function markText(viewerId: string, at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `ID ${viewerId.replaceAll("-", "").slice(-12).toUpperCase()} ${local.slice(0, 10)} ${local.slice(11, 16)}`;
}
