/** Short messages to a phone. The caller's key makes a repeated send arrive once. */
export interface SmsMessage {
  /** A mainland mobile number, eleven digits. */
  readonly to: string;
  readonly text: string;
  /** The same key never sends twice. */
  readonly key: string;
}

export interface SmsGateway {
  /** @throws UNAVAILABLE when the provider cannot be reached. */
  send(message: SmsMessage): Promise<void>;
}
