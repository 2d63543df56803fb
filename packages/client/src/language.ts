/** The language the page speaks, for `accept-language`: messages of refusals come back in it. */
export function languageHeader(): string {
  const language = typeof document === "undefined" ? "" : document.documentElement.lang;
  return language === "" ? "zh-CN" : language;
}
