/** A person the sandbox's identity check knows: only this name and this phone fit this number. */
export interface SandboxPersona {
  readonly key: string;
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
}

/** Invented people; their files at the sandbox bureau are described in src/sandbox/README.md. */
export const sandboxPersonas: readonly SandboxPersona[] = [
  { key: "steady", name: "林晓雨", identityNumber: "110105199103070022", phone: "19900000001" },
  { key: "average", name: "陈建国", identityNumber: "320102198509151012", phone: "19900000002" },
  { key: "indebted", name: "王芳", identityNumber: "310115198806212045", phone: "19900000003" },
  { key: "overdue", name: "赵磊", identityNumber: "440301199301183038", phone: "19900000004" },
  { key: "thin", name: "刘洋", identityNumber: "330106200108254069", phone: "19900000005" },
  { key: "trader", name: "孙德福", identityNumber: "510104197905125071", phone: "19900000006" },
  { key: "seeker", name: "周敏", identityNumber: "420106199602146086", phone: "19900000007" },
  { key: "excellent", name: "李强", identityNumber: "370102199009308013", phone: "19900000008" },
];
