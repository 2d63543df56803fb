/** What was promised, by the id that its tests carry in their names, and which of it no test proves. */
import ts from "typescript";

/** Finding a loan and applying for it: rows of the feature table, ideas, complaints to be answered, and rules of law. */
export const promised: readonly string[] = [
  ..."B-01 B-02 B-03 B-04 B-05 B-06 B-07 B-08 B-09 B-10 B-11 B-12 B-13 B-32 X-02".split(" "),
  ..."2-01 2-02 2-03 2-04 2-07 2-08 2-09 2-10 2-12 2-19 2-26 2-35 2-45".split(" "),
  "idea 4",
  "idea 5",
  ..."U-04 U-16 U-17 U-18 R-08 R-09".split(" "),
];

const runners = new Set(["it", "test"]);
const left = new Set(["skip", "todo", "fails"]);

/** The words of a callee, outermost last: `it.each(rows)` is it, each. */
function calleeOf(node: ts.Expression): string[] {
  if (ts.isIdentifier(node)) return [node.text];
  if (ts.isPropertyAccessExpression(node)) return [...calleeOf(node.expression), node.name.text];
  if (ts.isCallExpression(node)) return calleeOf(node.expression);
  return ts.isTaggedTemplateExpression(node) ? calleeOf(node.tag) : [];
}

function textOf(node: ts.Node | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  return ts.isTemplateExpression(node) ? node.getText() : undefined;
}

/** The names of a file's tests that run, each after those of the groups it stands in. */
export function testNames(path: string, source: string): string[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true);
  const names: string[] = [];
  const visit = (node: ts.Node, group: string): void => {
    const name = ts.isCallExpression(node) && node.arguments.length > 1 ? textOf(node.arguments[0]) : undefined;
    if (!ts.isCallExpression(node) || name === undefined) {
      ts.forEachChild(node, (child) => visit(child, group));
      return;
    }
    const words = calleeOf(node.expression);
    if (words.some((word) => left.has(word))) return;
    const whole = `${group} ${name}`.trim();
    if (words[0] !== undefined && runners.has(words[0]) && !words.includes("step")) names.push(whole);
    const inner = words.includes("describe") ? whole : group;
    ts.forEachChild(node, (child) => visit(child, inner));
  };
  visit(file, "");
  return names;
}

/** The ids that no test carries; an id stands alone: B-1 is not in B-13. */
export function unproved(ids: readonly string[], names: readonly string[]): string[] {
  const carries = (id: string) => new RegExp(`(^|[^\\w-])${id}(?![\\w-])`);
  return ids.filter((id) => !names.some((name) => carries(id).test(name)));
}
