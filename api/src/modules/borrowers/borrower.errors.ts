import { defineErrors, type ErrorText, ruleWords } from "../../kernel/errors/index.js";

/** The facts of a profile as people call them. */
const FACT_WORDS: Readonly<Record<string, ErrorText>> = {
  employment: { zh: "就业状态", en: "Employment" },
  employer: { zh: "工作单位", en: "Employer" },
  monthlyIncome: { zh: "月收入", en: "Monthly income" },
  monthlyDebtPayment: { zh: "每月应还债务", en: "Monthly debt payments" },
  employedSince: { zh: "入职日期", en: "In this job since" },
  education: { zh: "学历", en: "Education" },
  housing: { zh: "住房情况", en: "Housing" },
  province: { zh: "省份", en: "Province" },
  city: { zh: "城市", en: "City" },
  address: { zh: "地址", en: "Address" },
  emergencyContactName: { zh: "紧急联系人", en: "Emergency contact" },
  emergencyContactPhone: { zh: "紧急联系人手机号", en: "Emergency contact's phone" },
};

const CARD_FAULTS: Readonly<Record<string, ErrorText>> = {
  LENGTH: { zh: "须为 16 到 19 位数字", en: "16 to 19 digits are needed" },
  CHARACTER: { zh: "只能是数字", en: "only digits belong in it" },
  CHECK_DIGIT: { zh: "校验位不符，可能输错了一位", en: "its check digit is off: one digit may be mistyped" },
};

export const borrowerErrors = defineErrors("BORROWER", {
  nameInvalid: {
    kind: "invalid",
    field: "name",
    message: {
      zh: "请填写身份证上的姓名（2 至 30 个汉字，可含“·”）",
      en: "Give the name as on the identity card: 2 to 30 Chinese characters",
    },
  },
  identityNumberInvalid: {
    kind: "invalid",
    field: "identityNumber",
    message: {
      zh: "身份证号码有误，请核对 18 位号码（{fault}）",
      en: "This identity number is not right, check its 18 characters ({fault})",
    },
  },
  tooYoung: {
    kind: "invalid",
    field: "identityNumber",
    message: { zh: "年满 {age} 周岁方可申请", en: "You must be {age} or older" },
  },
  identityMismatch: {
    kind: "invalid",
    field: "name",
    message: {
      zh: "姓名、身份证号与手机号不是同一个人的，请核对后再试（今日还可尝试 {left} 次）",
      en: "Name, identity number and phone do not belong to one person; {left} tries are left today",
    },
  },
  identityTaken: {
    kind: "conflict",
    field: "identityNumber",
    message: {
      zh: "该身份证号已在另一个账户认证，请使用原账户登录或联系客服",
      en: "This identity number is verified in another account: sign in there or contact us",
    },
  },
  identityLocked: {
    kind: "conflict",
    message: {
      zh: "您已完成实名认证，姓名和身份证号不能修改",
      en: "Your identity is verified: name and number can no longer change",
    },
  },
  tooManyTries: {
    kind: "unavailable",
    message: { zh: "今日认证次数已用完，请明天再试", en: "No more tries today: come back tomorrow" },
  },
  identityRequired: {
    kind: "conflict",
    message: { zh: "请先完成实名认证", en: "Verify your identity first" },
  },
  profileChanged: {
    kind: "conflict",
    field: "version",
    message: {
      zh: "资料已在别处更新（当前版本 {version}），请刷新后再保存",
      en: "Your profile changed elsewhere (version {version}): reload and save again",
    },
  },
  profileFieldInvalid: {
    kind: "invalid",
    message: (params) => {
      const name = FACT_WORDS[String(params.name)];
      const { zh, en } = ruleWords(params);
      return {
        zh: `“${name?.zh ?? params.name}”填写有误：${zh}`,
        en: `${name?.en ?? params.name} is not accepted: ${en}`,
      };
    },
  },
  cardInvalid: {
    kind: "invalid",
    field: "cardNumber",
    message: ({ fault }) => {
      const words = CARD_FAULTS[String(fault)];
      return {
        zh: `银行卡号有误：${words?.zh ?? "请核对"}`,
        en: `This card number is not right: ${words?.en ?? "check it"}`,
      };
    },
  },
  cardNotYours: {
    kind: "invalid",
    field: "cardNumber",
    message: { zh: "该银行卡不在您本人名下", en: "This card is not held in your name" },
  },
  cardTaken: {
    kind: "conflict",
    field: "cardNumber",
    message: { zh: "该银行卡已被其他账户绑定", en: "This card is bound to another account" },
  },
  tooManyCards: {
    kind: "conflict",
    message: { zh: "最多可绑定 {max} 张银行卡", en: "At most {max} cards can be bound" },
  },
});
