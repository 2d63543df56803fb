/** Mail to one address. The caller's key makes a repeated send arrive once. */
export interface EmailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same key never sends twice. */
  readonly key: string;
}

export interface EmailGateway {
  /** @throws UNAVAILABLE when the provider cannot be reached. */
  send(message: EmailMessage): Promise<void>;
}
