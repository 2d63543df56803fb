/** E-mail addresses and the six digits that prove one. */

/** Trimmed, its domain in small letters; undefined when it is no address a mail server would take. */
export function emailIn(text: string): string | undefined {
  const found =
    /^([A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64})@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24})$/.exec(
      text.trim(),
    );
  return found && text.trim().length <= 120 ? `${found[1]}@${found[2]?.toLowerCase()}` : undefined;
}

/** "l***@example.com". */
export const maskEmail = (email: string): string => `${email.charAt(0)}***${email.slice(email.indexOf("@"))}`;

/** Six digits out of a derived secret. The bias of the remainder over 2^48 is below one in 10^8. */
export const codeFrom = (secret: Uint8Array): string =>
  String(Buffer.from(secret).readUIntBE(0, 6) % 1_000_000).padStart(6, "0");

export const codeText = (
  code: string,
  minutes: number,
  locale: "zh-CN" | "en-US",
): { subject: string; text: string } =>
  locale === "en-US"
    ? {
        subject: "Confirm your e-mail address",
        text: `Your code is ${code}. It is valid for ${minutes} minutes. If you did not ask for it, ignore this message.`,
      }
    : { subject: "确认您的邮箱", text: `验证码 ${code}，${minutes} 分钟内有效。如果不是您本人操作，请忽略此邮件。` };
