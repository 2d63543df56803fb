import { defineErrors } from "../../kernel/errors/index.js";

export const lendingErrors = defineErrors("LENDING", {
  accountFrozen: {
    kind: "forbidden",
    message: {
      zh: "您的账户已被冻结，暂不能签约；还款不受影响",
      en: "Your account is frozen: signing is paused, repaying is not",
    },
  },
  notReadyToSign: {
    kind: "conflict",
    message: { zh: "该申请当前状态（{state}）不能签约", en: "This application cannot be signed in state {state}" },
  },
  noAcceptedOffer: {
    kind: "conflict",
    message: { zh: "请先接受机构给出的方案", en: "Accept the institution's offer first" },
  },
  readingTime: {
    kind: "conflict",
    message: { zh: "请仔细阅读费用明示表，还需 {secondsLeft} 秒", en: "Read the cost sheet: {secondsLeft} s to go" },
  },
  disclosureNotConfirmed: {
    kind: "conflict",
    message: { zh: "请先阅读并确认综合融资成本明示表", en: "Read and confirm the cost disclosure first" },
  },
  contractNotShown: {
    kind: "conflict",
    message: {
      zh: "合同文本尚未打开，或打开后有了变化。请阅读现在的合同文本后再签署",
      en: "The contract's text has not been shown yet, or has changed since. Read it as it is now, then sign",
    },
  },
  figuresChanged: {
    kind: "conflict",
    message: {
      zh: "费用或还款计划已有变化：年化综合成本 {annualCost|rate}，首期还款 {firstPayment|money} 元，总还款 {totalPayment|money} 元。请重新阅读明示表后再签约",
      en: "The figures changed: annual cost {annualCost|rate}, first payment {firstPayment|money} yuan, {totalPayment|money} yuan in all. Read the new sheet before you sign",
    },
  },
  sheetDayChanged: {
    kind: "conflict",
    message: {
      zh: "明示表按 {from} 放款计算，今天已是 {to}：还款日随之变化，年化综合成本、首期还款和总还款不变。请重新阅读明示表后再签约",
      en: "The sheet was calculated for a payout on {from}, and today is {to}: the due days move, the annual cost, the first payment and the total stay. Read the new sheet before you sign",
    },
  },
  rateCapExceeded: {
    kind: "conflict",
    message: {
      zh: "该贷款的年化综合成本 {actual|rate} 超过现行上限 {cap|rate}，不能签约。请联系机构调整方案",
      en: "This loan's annual cost {actual|rate} is over the cap {cap|rate} now in force, so it cannot be signed. Ask the institution for other terms",
    },
  },
  nameDiffers: {
    kind: "invalid",
    field: "typedName",
    message: { zh: "输入的姓名与实名认证的姓名不一致", en: "The typed name is not the verified one" },
  },
  cardInUse: {
    kind: "conflict",
    message: {
      zh: "这张卡正用于已签署的合同或还款中的贷款，结清后才能解绑",
      en: "This card serves a signed contract or a running loan: it can be unbound once that is settled",
    },
  },
  alreadySigned: {
    kind: "conflict",
    message: { zh: "该申请的合同已签署", en: "The contract of this application is signed already" },
  },
  nothingToRetry: {
    kind: "conflict",
    message: { zh: "当前状态（{state}）不能重新放款", en: "There is no failed payout to send again in state {state}" },
  },
  disbursementDisputed: {
    kind: "conflict",
    message: {
      zh: "银行对上一笔放款的答复有矛盾，核实前不能重新放款",
      en: "The bank contradicts itself about the last payout: it cannot be sent again until that is cleared",
    },
  },
  contractDamaged: {
    kind: "unavailable",
    message: {
      zh: "合同文件与签署时的指纹不一致，已停止下载，请联系我们",
      en: "The stored contract is not the one that was signed: it is not served, please contact us",
    },
  },
});
