/** Six digits out of a derived secret. The bias of the remainder over 2^48 is below one in 10^8. */
export const codeFrom = (secret: Uint8Array): string =>
  String(Buffer.from(secret).readUIntBE(0, 6) % 1_000_000).padStart(6, "0");

export const isCodeShaped = (code: string): boolean => /^\d{6}$/.test(code);
