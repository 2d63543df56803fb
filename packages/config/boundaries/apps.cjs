const { resolve } = require("node:path");

const forbid = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });
const values = { dependencyTypesNot: ["type-only"] };

/** The rules of an app's rooms; the same for the three. Run inside the app. */
module.exports = {
  forbidden: [
    forbid("no-circles", "Lift the shared part up.", {}, { circular: true, viaOnly: values }),
    forbid(
      "app-is-on-top",
      "Only main.tsx imports app/.",
      { path: "^src/(pages|features|ui|lib)/" },
      { path: "^src/app/" },
    ),
    forbid(
      "pages-stand-alone",
      "Pages meet in the router, nowhere else.",
      { path: "^src/(pages/[^/]+|features|ui|lib)/" },
      { path: "^src/pages/", pathNot: "^src/$1/" },
    ),
    forbid(
      "features-do-not-meet",
      "Two features are composed by a page.",
      { path: "^src/features/([^/]+)/" },
      { path: "^src/features/", pathNot: "^src/features/$1/" },
    ),
    forbid(
      "ui-knows-no-data",
      "ui/ draws what it is given.",
      { path: "^src/ui/" },
      { path: ["^src/(features|gql)/", "node_modules/@apollo/"] },
    ),
    forbid("lib-is-below", "lib/ imports no screen.", { path: "^src/lib/" }, { path: "^src/(features|ui)/" }),
    forbid(
      "drawn-without-antd",
      "The light parts, and the way in for staff, are made of light parts.",
      { path: "/packages/ui/src/(light|staff-entry)/" },
      { path: ["/packages/ui/src/antd/", "/node_modules/(antd|dayjs|@ant-design/cssinjs)/"] },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: resolve(process.cwd(), "tsconfig.json") },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "browser", "default", "types"] },
  },
};
