import type { ConsentPurpose } from "./consent";

/**
 * Neutral words for a programme that has none of its own yet. Drafts: an ethics committee and the people who will be asked
 * have not seen them, and the screen says so until a programme saves its own.
 */
export const DEFAULT_CONSENT_TEXTS = {
  contact: {
    en: "We may contact you about your support and your visits, in the way and at the times you tell us. You can say no, or change your mind at any time. Your care does not depend on it.",
    zh: "我们可能会按照您告诉我们的方式和时间，就您获得的支持和就诊安排与您联系。您可以不同意，也可以随时改变主意。这不会影响您得到的照护。",
  },
  survey: {
    en: "We would like to ask you questions about your health and your life, now and again later, to learn whether the support helps. You can leave out any question, and stop at any time. Your care does not depend on it.",
    zh: "我们希望现在和以后向您询问一些关于健康和生活的问题，以了解这些支持是否有帮助。任何问题您都可以不回答，也可以随时停止。这不会影响您得到的照护。",
  },
  "laboratory-link": {
    en: "We would like to look at your test results together with your answers, under your code and without your name. If you say no, your results are used for your own care only.",
    zh: "我们希望将您的检验结果与您的回答放在一起分析，只使用您的代码，不使用您的姓名。如果您不同意，您的检验结果只用于您自己的照护。",
  },
  "research-export": {
    en: "We would like to give researchers rows of data in which you are a number, without your name and without your code. If you say no, your row is left out. Totals in which nobody can be recognised are not affected.",
    zh: "我们希望向研究人员提供数据，其中您只是一个编号，不包含您的姓名和代码。如果您不同意，您的数据将不会包含在内。无法识别任何人的总数不受影响。",
  },
  quotation: {
    en: "We may repeat sentences you said or wrote, without your name and without anything by which you could be recognised, in reports about the support.",
    zh: "我们可能会在有关支持工作的报告中引用您说过或写过的话，不包含您的姓名，也不包含任何可能让人认出您的内容。",
  },
} as const satisfies Record<ConsentPurpose, { readonly en: string; readonly zh: string }>;
