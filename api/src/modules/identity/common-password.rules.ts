/** Passwords that people try first. Compared without case, so "Password1" is caught by "password1". */

const WORDS =
  "password passw0rd p@ssword p@ssw0rd admin administrator root welcome letmein iloveyou monkey dragon sunshine princess football baseball superman batman master shadow michael jordan qwerty qwertyuiop asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc 1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc q1w2e3r4 zaq12wsx abc123 a123456 a1234567 a12345678 a123456789 aa123456 aaa123456 abcd1234 abc12345 qwe123 qwer1234 asd123 zxc123 woaini woaini1314 woaini520 iloveyou520 wodemima mima taobao alipay wechat weixin zhifubao daichao daikuan jiekuan caonima nihao zhongguo beijing shanghai 5201314 1314520 7758521 woaiwojia test guest user login changeme secret money loan";
const TAILS = [
  "",
  "1",
  "12",
  "123",
  "1234",
  "12345",
  "123456",
  "1234567",
  "12345678",
  "!",
  "123!",
  "@123",
  "888",
  "666",
  "520",
  "2024",
  "2025",
  "2026",
];

const COMMON = new Set(WORDS.split(" ").flatMap((word) => TAILS.map((tail) => word + tail)));

const isOneCharacter = (text: string): boolean => new Set(text).size <= 2;

/** Steps through neighbours all the way: 12345678, 87654321, abcdefgh. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}

/** The same few characters over and over: 123123123, abab abab. */
const isRepetition = (text: string): boolean => /^(.{1,4})\1+$/u.test(text);

/** A day such as 19900101 with at most two letters around it. */
const isBirthday = (text: string): boolean => /^\p{L}{0,2}(19|20)\d{2}[01]\d[0-3]\d\p{L}{0,2}$/u.test(text);

export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase();
  const digits = text.replace("0123456789", "1234567890");
  return (
    COMMON.has(text) ||
    isOneCharacter(text) ||
    isRun(digits) ||
    text === "1234567890" ||
    isRepetition(text) ||
    isBirthday(text)
  );
}
