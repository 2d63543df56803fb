// What no form may do to its reader.
type Rule = readonly [pattern: RegExp, what: string];

const inSource: readonly Rule[] = [
  [/\bdefaultChecked\b/, "a box is ticked before anybody ticked it"],
  [/<(?:Checkbox|Switch|input)\b[^>]*\schecked(?:=\{true\})?(?=[\s/>])/, "a box that is always ticked"],
  [
    /\[\s*\w*(?:agree|consent|accept|subscrib|marketing|optIn)\w*\s*,[^\]]*\]\s*=\s*useState(?:<[^(]*>)?\(true\)/i,
    "an agreement that begins as given",
  ],
];
const inTexts: readonly Rule[] = [
  [
    /秒批|必过|百分百|100%\s*(?:通过|下款)|无视征信|不看征信|guaranteed approval|approval guaranteed/i,
    "promises what a lender decides",
  ],
  [/仅剩|手慢无|马上抢|错过(?:就|不再)|hurry|only \d+ left|don't miss|last chance/i, "hurries"],
  [/不用了，我|放弃(?:优惠|福利)|no,? i (?:don't|do not|prefer)/i, "shames whoever refuses"],
  [/零费用|免费借|其他费用以.{0,12}为准|other (?:fees|charges) may apply/i, "hides a fee"],
];
const small = /font-size:\s*(\d+(?:\.\d+)?)px/g;
const smallest = 12;

/** What is wrong with one file, by what it is: a component, a catalogue of texts or a style sheet. */
export function findings(path: string, text: string): string[] {
  if (path.endsWith(".css")) {
    const sizes = [...text.matchAll(small)].map(([, size]) => Number(size)).filter((size) => size < smallest);
    return sizes.map((size) => `${size} px is too small to be read`);
  }
  const isTexts = path.endsWith(".json");
  // A word in quotation marks is spoken about, not used.
  const used = isTexts ? text.replaceAll(/“[^”]*”/g, "") : text;
  return (isTexts ? inTexts : inSource).flatMap(([pattern, what]) => {
    const [found] = pattern.exec(used) ?? [];
    return found === undefined ? [] : [`${what}: ${found.trim()}`];
  });
}
