const { resolve } = require("node:path");

/** The rules of the api's rooms. `order` is the line of the modules: calls go left. */
module.exports = function apiBoundaries(order) {
  return {
    forbidden: [...layers, ...doorsAndLine(order), ...rooms],
    options: {
      doNotFollow: { path: "node_modules" },
      tsPreCompilationDeps: true,
      tsConfig: { fileName: resolve(process.cwd(), "tsconfig.json") },
      enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
    },
  };
};

const file = (...roles) => `^src/modules/[^/]+/.*\\.(${roles.join("|")})\\.ts$`;
const gatewayStorage = "^src/gateways/.*\\.(tables|repository)\\.ts$";
const pkg = (...names) => `node_modules/(${names.join("|")})/`;
const doors = ["^src/modules/[^/]+/index\\.ts$", "^src/gateways/[^/]+/index\\.ts$"];
const tests = "\\.test\\.ts$";
// `import type` borrows a shape, not a behaviour.
const values = { dependencyTypesNot: ["type-only"] };
const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const layers = [
  forbid(
    "no-circles",
    "Two files that need each other are one file, or one stands in the wrong room.",
    {},
    { circular: true, viaOnly: values },
  ),
  forbid(
    "kernel-knows-nobody",
    "The kernel is below everything.",
    { path: "^src/kernel/" },
    { path: "^src/(modules|gateways|app|sandbox)/" },
  ),
  forbid(
    "gateways-know-vendors",
    "A gateway speaks to a vendor and to the kernel.",
    { path: "^src/gateways/" },
    { path: "^src/(modules|app|sandbox)/" },
  ),
  forbid(
    "sandbox-is-outside",
    "The pretended bank and bureau are strangers: they share the wire, not the code.",
    { path: "^src/sandbox/" },
    { path: "^src/(modules|app)/" },
  ),
  forbid(
    "app-is-on-top",
    "Only the entry points import the composition root.",
    { path: "^src/(kernel|gateways|modules)/" },
    { path: "^src/app/" },
  ),
  forbid(
    "wiring-is-not-a-library",
    "Only app/ reads a module's wiring.",
    { path: "^src/", pathNot: "^src/app/" },
    { path: "^src/modules/[^/]+/module\\.ts$" },
  ),
];

function doorsAndLine(order) {
  const enterByTheDoor = forbid(
    "enter-by-the-door",
    "Another module, and every gateway, is reached through its index.ts.",
    {
      path: "^src/modules/([^/]+)/",
      pathNot: [tests, "\\.tables\\.ts$", "^src/modules/analytics/.*\\.repository\\.ts$"],
    },
    { path: "^src/(modules|gateways)/", pathNot: ["^src/modules/$1/", ...doors] },
  );
  const tablesNameTables = forbid(
    "tables-name-earlier-tables",
    "A foreign key may name an earlier module's table; a table imports nothing else from there.",
    { path: "^src/modules/([^/]+)/.*\\.tables\\.ts$" },
    { path: "^src/(modules|gateways)/", pathNot: ["^src/modules/$1/", "\\.tables\\.ts$"] },
  );
  const appByTheDoor = forbid(
    "app-wires-or-looks",
    "app/ reads doors and wirings; the demo market and the books may also read storage.",
    { path: "^src/app/", pathNot: ["^src/app/(demo|books)/", tests] },
    { path: "^src/modules/", pathNot: ["^src/modules/[^/]+/(index|module)\\.ts$"], ...values },
  );
  const storageForDemo = forbid(
    "demo-and-books-read-storage",
    "Beyond doors and wirings, the demo market and the books see tables and repositories only.",
    { path: "^src/app/(demo|books)/", pathNot: [tests] },
    {
      path: "^src/modules/",
      pathNot: ["^src/modules/[^/]+/(index|module)\\.ts$", file("tables", "repository")],
      ...values,
    },
  );
  const line = order
    .slice(0, -1)
    .map((name, at) =>
      forbid(
        `calls-go-left:${name}`,
        "See module-order.cjs.",
        { path: `^src/modules/${name}/` },
        { path: `^src/modules/(${order.slice(at + 1).join("|")})/` },
      ),
    );
  const inTheLine = forbid(
    "stands-in-the-line",
    "Every module has its place in module-order.cjs.",
    { path: "^src/", pathNot: `^src/modules/(${order.join("|")})/` },
    { path: "^src/modules/", pathNot: `^src/modules/(${order.join("|")})/` },
  );
  return [enterByTheDoor, tablesNameTables, appByTheDoor, storageForDemo, inTheLine, ...line];
}

const rooms = [
  forbid(
    "resolver-asks-the-service",
    "A resolver touches neither rows nor rules nor vendors.",
    { path: file("resolver") },
    { path: [file("repository", "tables", "rules", "reactions", "jobs"), "^src/gateways/"], ...values },
  ),
  forbid(
    "work-is-deaf-to-graphql",
    "Services, reactions and jobs may borrow an input's shape with `import type`.",
    { path: file("service", "reactions", "jobs") },
    { path: [file("resolver", "types", "inputs"), pkg("type-graphql", "graphql")], ...values },
  ),
  forbid(
    "repository-only-stores",
    "A repository sees its tables and the kernel.",
    { path: file("repository") },
    {
      path: [file("service", "resolver", "types", "inputs", "rules", "reactions", "jobs"), "^src/gateways/"],
      ...values,
    },
  ),
  forbid(
    "pure-stays-pure",
    "States and rules take values and return values.",
    { path: file("states", "rules") },
    {
      path: [
        file("service", "resolver", "repository", "tables", "types", "inputs"),
        "^src/gateways/",
        // Refusals and the names of regions are values themselves.
        "^src/kernel/(?!errors|regions)",
        pkg("drizzle-orm", "postgres", "type-graphql", "graphql"),
      ],
      ...values,
    },
  ),
  forbid(
    "words-know-the-kernel-only",
    "Events, errors and permissions are declared, not computed.",
    { path: file("events", "errors", "permissions") },
    { path: "^src/(modules|gateways|app)/", pathNot: file("states"), ...values },
  ),
  forbid(
    "sql-lives-in-storage",
    "Only tables, repositories and the kernel speak SQL.",
    { path: "^src/", pathNot: [file("tables", "repository"), gatewayStorage, "^src/kernel/", "^src/app/", tests] },
    { path: pkg("drizzle-orm", "postgres"), ...values },
  ),
  forbid(
    "graphql-lives-at-the-face",
    "Only types, inputs, resolvers, the kernel and app/ speak GraphQL.",
    { path: "^src/", pathNot: [file("types", "inputs", "resolver"), "^src/kernel/", "^src/app/", tests] },
    { path: pkg("type-graphql", "graphql"), ...values },
  ),
];
