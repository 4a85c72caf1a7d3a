import { BTHEB_CSV } from "./btheb.data";
import type { ShippedStudy } from "./study";

/** A computerised therapy trial: one depression score, five occasions, two arms, real drop-out. The ready-made example. */
export const BTHEB = {
  slug: "btheb",
  title: { en: "Beating the Blues trial", zh: "Beating the Blues 试验" },
  summary: {
    en: "100 adults with depression in general practice, treated as usual or with a computerised therapy programme. Depression score before treatment and four times afterwards, with real drop-out.",
    zh: "全科诊所的 100 名抑郁成人，分为常规治疗组和计算机化治疗组。治疗前测一次抑郁得分，之后测四次，包含真实的失访。",
  },
  provenance: {
    citation:
      "Proudfoot J, Goldberg D, Mann A, Everitt B, Marks I, Gray JA (2003). Computerized, interactive, multimedia cognitive-behavioural program for anxiety and depression in general practice. Psychological Medicine 33(2), 217-227.",
    packageObject: "HSAUR3::BtheB (1.0.13)",
    licence: "GPL-2.0-only",
  },
  fileName: "btheb.csv",
  csv: BTHEB_CSV,
  rows: 100,
  mapping: {
    form: "wide",
    columns: { participant: "id", cohort: "treatment" },
    cohorts: [
      { label: "TAU", name: "Treatment as usual", kind: "comparison" },
      { label: "BtheB", name: "Beating the Blues", kind: "other" },
    ],
    timepoints: [
      {
        label: "pre",
        code: "pre",
        name: "Before treatment",
        kind: "baseline",
        position: 0,
        targetDay: 0,
        daysBefore: 28,
        daysAfter: 14,
      },
      {
        label: "2m",
        code: "2m",
        name: "2 months",
        kind: "end",
        position: 1,
        targetDay: 61,
        daysBefore: 14,
        daysAfter: 14,
      },
      {
        label: "3m",
        code: "3m",
        name: "3 months",
        kind: "follow-up",
        position: 2,
        targetDay: 91,
        daysBefore: 14,
        daysAfter: 28,
      },
      {
        label: "5m",
        code: "5m",
        name: "5 months",
        kind: "follow-up",
        position: 3,
        targetDay: 152,
        daysBefore: 28,
        daysAfter: 28,
      },
      {
        label: "8m",
        code: "8m",
        name: "8 months",
        kind: "follow-up",
        position: 4,
        targetDay: 244,
        daysBefore: 28,
        daysAfter: 28,
      },
    ],
    measures: [
      {
        label: "bdi",
        code: "bdi",
        name: "Beck Depression Inventory II",
        domain: "outcome.psychological",
        improvement: "decrease",
        unit: "points",
        minimum: 0,
        maximum: 63,
      },
    ],
    values: [
      { column: "bdi.pre", measure: "bdi", timepoint: "pre" },
      { column: "bdi.2m", measure: "bdi", timepoint: "2m" },
      { column: "bdi.3m", measure: "bdi", timepoint: "3m" },
      { column: "bdi.5m", measure: "bdi", timepoint: "5m" },
      { column: "bdi.8m", measure: "bdi", timepoint: "8m" },
    ],
  },
} as const satisfies ShippedStudy;
