import { defineErrors } from "../../kernel/errors/index.js";

export const documentErrors = defineErrors("DOCUMENT", {
  typeNotAccepted: {
    kind: "invalid",
    field: "contentType",
    message: { zh: "只接受 JPEG、PNG 图片和 PDF 文件", en: "Only JPEG, PNG and PDF are accepted" },
  },
  tooLarge: {
    kind: "invalid",
    field: "sizeBytes",
    message: { zh: "文件大小须在 1 字节至 {maxMegabytes} MB 之间", en: "A file has 1 byte to {maxMegabytes} MB" },
  },
  nameInvalid: {
    kind: "invalid",
    field: "fileName",
    message: {
      zh: "文件名过长或含有不允许的字符",
      en: "The file name is too long or holds characters that are not allowed",
    },
  },
  quotaExceeded: {
    kind: "conflict",
    message: {
      zh: "您的资料已达上限（{maxFiles} 份、{maxMegabytes} MB），请先删除不需要的",
      en: "You have reached {maxFiles} files or {maxMegabytes} MB: discard what you do not need",
    },
  },
  uploadUrlInvalid: { kind: "not_found", message: { zh: "上传链接无效", en: "This upload url is not valid" } },
  uploadUrlExpired: {
    kind: "conflict",
    message: {
      zh: "上传链接已过期，请继续上传以获取新链接",
      en: "This upload url has expired: resume the upload for a new one",
    },
  },
  uploadUrlUsed: { kind: "conflict", message: { zh: "该部分已上传", en: "This part has been received already" } },
  chunkLengthWrong: {
    kind: "invalid",
    message: { zh: "应为 {expected} 字节，收到 {actual} 字节", en: "Expected {expected} bytes, got {actual}" },
  },
  uploadIncomplete: {
    kind: "conflict",
    message: { zh: "文件尚未传完，还缺 {missing} 个部分", en: "The upload is not whole: {missing} parts are missing" },
  },
  notAwaitingUpload: {
    kind: "conflict",
    message: { zh: "该文件已提交（{state}）", en: "This file has been handed in already ({state})" },
  },
  notAccepted: {
    kind: "conflict",
    message: { zh: "资料尚未通过检查或已删除", en: "This document is not accepted, or was discarded" },
  },
  linkExpired: {
    kind: "not_found",
    message: { zh: "下载链接无效或已过期", en: "This download url is not valid any more" },
  },
});
