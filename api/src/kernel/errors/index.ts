/**
 * Expected refusals. A module declares its own with `defineErrors`; rules and services throw them;
 * the edge turns them into `extensions { code, kind, field, params, retryable, requestId }`.
 */
import { ruleWords, written } from "./words.js";

export { ruleWords, scheduleWords, written } from "./words.js";

export const ErrorKind = {
  INVALID: "invalid",
  UNAUTHENTICATED: "unauthenticated",
  FORBIDDEN: "forbidden",
  NOT_FOUND: "not_found",
  CONFLICT: "conflict",
  UNAVAILABLE: "unavailable",
} as const;
export type ErrorKind = (typeof ErrorKind)[keyof typeof ErrorKind];

export type ErrorParams = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface ErrorText {
  readonly zh: string;
  readonly en: string;
}

export interface ErrorDefinition {
  readonly kind: ErrorKind;
  /** Path of the input field that is refused, dotted: `terms.amount`. */
  readonly field?: string;
  /**
   * Sentences a person can act on; `{name}` is replaced by the parameter of that name, `{name|money}` and `{name|rate}`
   * by an amount or a rate as people write them: the parameters themselves stay as on the wire. A function where the
   * words themselves depend on a parameter, such as a method's name.
   */
  readonly message: ErrorText | ((params: ErrorParams) => ErrorText);
  readonly retryable?: boolean;
}

export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly definition: ErrorDefinition,
    readonly params: ErrorParams,
    readonly field: string | undefined,
  ) {
    super(code);
    this.name = "DomainError";
  }

  /** The sentence for a reader of that language. */
  text(locale: string): string {
    const { message } = this.definition;
    const words = typeof message === "function" ? message(this.params) : message;
    const template = locale.startsWith("en") ? words.en : words.zh;
    return template.replace(/\{(\w+)(?:\|(money|rate))?\}/g, (_, name: string, form?: string) =>
      written(String(this.params[name] ?? ""), form),
    );
  }

  /** The same refusal, pointed at another input field. */
  at(field: string): DomainError {
    return new DomainError(this.code, this.definition, this.params, field);
  }
}

export type ErrorFactory = (params?: ErrorParams, field?: string) => DomainError;

/** Every declared code, for the contract: `APPLICATION_AMOUNT_OUT_OF_RANGE` -> its definition. */
export const declaredErrors = new Map<string, ErrorDefinition>();

const screaming = (name: string) => name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase();

/** Declares a module's refusals: `defineErrors("APPLICATION", { amountOutOfRange: {…} })`. */
export function defineErrors<const T extends Record<string, ErrorDefinition>>(
  prefix: string,
  definitions: T,
): { readonly [K in keyof T]: ErrorFactory } {
  const factories = Object.entries(definitions).map(([name, definition]) => {
    const code = prefix === "" ? screaming(name) : `${prefix}_${screaming(name)}`;
    declaredErrors.set(code, definition);
    const factory: ErrorFactory = (params = {}, field = definition.field) =>
      new DomainError(code, definition, params, field);
    return [name, factory] as const;
  });
  return Object.fromEntries(factories) as { readonly [K in keyof T]: ErrorFactory };
}

/** Refusals that every module shares. `notFound` is byte-equal for what is missing and for what is out of scope. */
export const kernelErrors = defineErrors("", {
  notFound: { kind: "not_found", message: { zh: "没有找到，或您无权查看", en: "Not found, or not yours to see" } },
  unauthenticated: { kind: "unauthenticated", message: { zh: "请先登录", en: "Sign in first" } },
  forbidden: {
    kind: "forbidden",
    message: { zh: "您没有此操作的权限（{permission}）", en: "You lack the permission {permission}" },
  },
  invalidInput: {
    kind: "invalid",
    message: (params) => {
      const { zh, en } = ruleWords(params);
      return { zh: `输入不符合要求：${zh}`, en: `This input is not accepted: ${en}` };
    },
  },
  conflict: {
    kind: "conflict",
    message: { zh: "内容已被更新，请刷新后再试", en: "This changed in the meantime: reload and try again" },
  },
  keyReused: {
    kind: "conflict",
    field: "idempotencyKey",
    message: { zh: "同一个请求编号已用于不同的内容", en: "This idempotency key was used with other data" },
  },
  unavailable: {
    kind: "unavailable",
    retryable: true,
    message: { zh: "服务暂时不可用，请稍后再试", en: "The service is unavailable for a moment: try again" },
  },
  overloaded: {
    kind: "unavailable",
    retryable: true,
    message: { zh: "系统繁忙，请稍后再试", en: "The service is busy: try again" },
  },
  throttled: {
    kind: "unavailable",
    retryable: true,
    message: { zh: "请求过于频繁，请在 {seconds} 秒后再试", en: "Too many requests: try again in {seconds} s" },
  },
  unknownDocument: {
    kind: "invalid",
    message: { zh: "未登记的查询", en: "Only registered documents are accepted here" },
  },
  queryTooCostly: {
    kind: "invalid",
    message: { zh: "查询超出限制（{limit}）", en: "The query is over the limit of {limit}" },
  },
  bodyTooLarge: {
    kind: "invalid",
    message: {
      zh: "内容超过 {kilobytes} KB，请缩短后再试",
      en: "This is over {kilobytes} KB: shorten it and try again",
    },
  },
  badRequest: {
    kind: "invalid",
    message: { zh: "请求的格式不正确", en: "This request does not have the form it must have" },
  },
  internal: {
    kind: "unavailable",
    message: { zh: "系统出错，请凭编号联系我们", en: "Something failed on our side: quote the request id" },
  },
});
