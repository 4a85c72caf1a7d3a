import { mechanismOnly, recordedNumber } from "../../definition-parts";
import { defineInstrument } from "../../instrument";

const months = recordedNumber("volunteer-record", {
  code: "months-active",
  number: "1",
  label: { en: "Months active", zh: "在岗月数" },
  text: { en: "Months since this volunteer started", zh: "该志愿者开始至今的月数" },
  minimum: 0,
  maximum: 600,
  integer: false,
  unit: "mo",
  improvement: "increase",
  headline: true,
  serves: mechanismOnly(["mechanism.sustainability.volunteer"]),
});
const caseload = recordedNumber("volunteer-record", {
  code: "caseload",
  number: "2",
  label: { en: "People supported", zh: "支持人数" },
  text: { en: "People this volunteer supports now", zh: "该志愿者目前支持的人数" },
  minimum: 0,
  maximum: 500,
  integer: true,
  unit: "{person}",
  improvement: "none",
  serves: mechanismOnly(["mechanism.sustainability.volunteer"]),
});
const contacts = recordedNumber("volunteer-record", {
  code: "contacts-per-week",
  number: "3",
  label: { en: "Contacts a week", zh: "每周接触次数" },
  text: { en: "Contacts in a usual week", zh: "通常一周的接触次数" },
  minimum: 0,
  maximum: 500,
  integer: false,
  unit: "/wk",
  improvement: "none",
  serves: mechanismOnly(["mechanism.sustainability.volunteer"]),
});
const training = recordedNumber("volunteer-record", {
  code: "training-hours",
  number: "4",
  label: { en: "Training hours", zh: "培训时数" },
  text: { en: "Hours of training in the last 3 months", zh: "过去三个月的培训小时数" },
  minimum: 0,
  maximum: 1000,
  integer: false,
  unit: "h",
  improvement: "increase",
  headline: true,
  serves: mechanismOnly([
    "mechanism.effectiveness.volunteer.adequate-training",
    "mechanism.sustainability.context.continuous-training",
  ]),
});
const supervision = recordedNumber("volunteer-record", {
  code: "supervision-hours",
  number: "5",
  label: { en: "Supervision hours", zh: "督导时数" },
  text: { en: "Hours of supervision in the last 3 months", zh: "过去三个月的督导小时数" },
  minimum: 0,
  maximum: 1000,
  integer: false,
  unit: "h",
  improvement: "increase",
  serves: mechanismOnly(["mechanism.sustainability.context.continuous-training"]),
});

export const volunteerRecord = defineInstrument({
  code: "volunteer-record",
  edition: "1.0",
  kind: "record",
  tier: "record",
  validation: "not-applicable",
  name: { en: "Volunteer retention and exposure record", zh: "志愿者留存与工作量记录" },
  abbreviation: "VOL",
  purpose: {
    en: "How long volunteers stay and what they carry, from programme records.",
    zh: "依据项目记录，了解志愿者留任时长与工作负荷。",
  },
  respondents: ["record"],
  recall: { en: "Up to the date of entry", zh: "截至录入日" },
  responseSets: {},
  items: [months.item, caseload.item, contacts.item, training.item, supervision.item],
  reverse: [],
  scales: [months.scale, caseload.scale, contacts.scale, training.scale, supervision.scale],
  risks: [],
  wording: "own",
  licence: { status: "own", summary: { en: "Our own design.", zh: "本项目自行设计。" }, certainty: "house" },
  languages: ["en", "zh"],
  terminology: [],
  notes: [
    {
      en: "Leaving is an event with a date and a reason: analyse the time to it, not the mean of those who stayed.",
      zh: "离任是带日期和原因的事件：请分析至离任的时间，而非留任者的均值。",
    },
    { en: "A bigger caseload is neither better nor worse in itself.", zh: "支持人数多少本身无好坏之分。" },
  ],
  sources: ["Alongside project"],
});
