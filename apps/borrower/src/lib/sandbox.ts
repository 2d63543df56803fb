/** Whether this page was served by the sandbox: the server marks it. There is an explorer, and cards that pass are told. */
export const isSandbox = (): boolean => document.documentElement.hasAttribute("data-sandbox");
