import { defineErrors } from "../../kernel/errors/index.js";

export const activityErrors = defineErrors("ACTIVITY", {
  notAllowed: {
    kind: "forbidden",
    message: { zh: "未同意记录浏览行为，没有记录任何内容", en: "Recording is not agreed to: nothing was recorded" },
  },
  textChanged: {
    kind: "conflict",
    field: "textHash",
    message: { zh: "说明内容已更新，请重新阅读后选择", en: "The text has changed: read it again and choose anew" },
  },
  eventMalformed: {
    kind: "invalid",
    field: "events",
    message: { zh: "行为事件 {kind} 的内容不符合要求", en: "An event {kind} does not have the shape it must have" },
  },
  tooMany: {
    kind: "unavailable",
    retryable: true,
    message: {
      zh: "行为记录已达上限，{seconds} 秒后继续；页面功能不受影响",
      en: "The limit of recorded events is reached for {seconds} s; the page itself is not affected",
    },
  },
});

export const favouriteErrors = defineErrors("FAVOURITE", {
  full: {
    kind: "invalid",
    field: "productId",
    message: { zh: "最多收藏 {max} 个产品", en: "At most {max} favourites can be kept" },
  },
});

export const savedSearchErrors = defineErrors("SAVED_SEARCH", {
  nameLength: {
    kind: "invalid",
    field: "name",
    message: { zh: "名称为 1 至 {max} 个字", en: "A name has 1 to {max} characters" },
  },
  full: {
    kind: "invalid",
    message: {
      zh: "最多保存 {max} 个搜索，请先删除不用的",
      en: "At most {max} searches can be kept: delete one first",
    },
  },
});
