// A thing has one room: no top-level folder, and no package, beyond those the map names.
import { execFileSync } from "node:child_process";
import { finish, root } from "./report.mjs";

const rooms = new Set(["api", "apps", "packages", ".ci", ".github"]);
const apps = new Set(["borrower", "institution", "admin"]);
const packages = new Set(["finance", "scoring", "client", "ui", "config", "bench"]);
// "common-password" says what is common; "common" and "password-utils" say nothing.
const forbiddenNames = /(^|[/.-])(utils?|helpers?|misc)([/.]|$)|(^|[/.])(common|shared|manager|handler|impl)([/.]|$)/;

const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" });
const paths = tracked.split("\n").filter(Boolean);
const problems = new Set();
for (const path of paths) {
  const [top, second, ...deeper] = path.split("/");
  if (second !== undefined && !rooms.has(top)) problems.add(`${top}/ is no room of this house`);
  if (top === "apps" && deeper.length > 0 && !apps.has(second)) problems.add(`apps/${second} is not an app`);
  if (top === "packages" && deeper.length > 0 && !packages.has(second)) problems.add(`packages/${second} is not known`);
  if (/\.(ts|tsx|mjs|cjs|css)$/.test(path) && forbiddenNames.test(path)) problems.add(`${path}: the name says nothing`);
}
finish("folders", [...problems]);
