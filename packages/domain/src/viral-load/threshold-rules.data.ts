import type { ThresholdRule } from "./categorise";

const suppressed = { en: "Suppressed", zh: "已抑制" } as const;
const unsuppressed = { en: "Not suppressed", zh: "未抑制" } as const;

/**
 * Rules for sorting viral loads. They disagree on purpose: at exactly 1000 copies/mL the sources below contradict each
 * other, so the measurement is stored and every category names the rule it came from.
 */
export const THRESHOLD_RULES = [
  {
    id: "who-2023",
    title: { en: "WHO 2023: up to and including 1000", zh: "WHO 2023：不超过 1000（含 1000）" },
    source:
      "WHO policy brief of 23 July 2023 on the role of HIV viral suppression, as quoted by reg-news.com, EATG/IAS and i-base.info/htb/45887",
    validFrom: "2023-07-23",
    boundary: "inclusive",
    notDetected: { category: "undetectable", label: { en: "Undetectable", zh: "检测不到" } },
    categories: [
      { category: "suppressed", label: suppressed, upTo: 1000 },
      { category: "unsuppressed", label: unsuppressed, upTo: null },
    ],
  },
  {
    id: "less-than-1000",
    title: { en: "Less than 1000 (PEPFAR MER, WHO SMART)", zh: "低于 1000（PEPFAR MER、WHO SMART）" },
    source:
      "PEPFAR MER TX_PVLS (indicatorregistry.org); WHO SMART HIV indicators IND.29 and IND.57 and data element virallySuppressed; the threshold by the UNAIDS registry after the WHO consolidated guidelines of 2016",
    validFrom: "2016-01-01",
    boundary: "exclusive",
    notDetected: { category: "suppressed", label: suppressed },
    categories: [
      { category: "suppressed", label: suppressed, upTo: 1000 },
      { category: "unsuppressed", label: unsuppressed, upTo: null },
    ],
  },
  {
    id: "less-than-200",
    title: { en: "Less than 200 (CDC)", zh: "低于 200（CDC）" },
    source:
      "ahead.hiv.gov, data methods of viral suppression: under 200 copies/mL at the most recent test of the year, baseline 2017; failure is 200 or more",
    validFrom: "2017-01-01",
    boundary: "exclusive",
    notDetected: { category: "suppressed", label: suppressed },
    categories: [
      { category: "suppressed", label: suppressed, upTo: 200 },
      { category: "unsuppressed", label: unsuppressed, upTo: null },
    ],
  },
  {
    id: "at-most-50",
    title: { en: "Up to and including 50", zh: "不超过 50（含 50）" },
    source:
      "Ethiopia FHIR implementation guide for HIV, STU1 of 10 September 2024: over 50 and up to 1000 is a band of its own",
    validFrom: "2024-09-10",
    boundary: "inclusive",
    notDetected: { category: "suppressed", label: suppressed },
    categories: [
      { category: "suppressed", label: suppressed, upTo: 50 },
      { category: "unsuppressed", label: unsuppressed, upTo: null },
    ],
  },
  {
    id: "ethiopia-bands",
    title: { en: "Ethiopia: 50 and 1000, three bands", zh: "埃塞俄比亚：50 和 1000 三级" },
    source:
      "Ethiopia FHIR implementation guide for HIV, STU1 of 10 September 2024: over 50 and up to 1000 is a band of its own, over 1000 is failure",
    validFrom: "2024-09-10",
    boundary: "inclusive",
    notDetected: { category: "suppressed", label: suppressed },
    categories: [
      { category: "suppressed", label: suppressed, upTo: 50 },
      { category: "low-level", label: { en: "Low-level", zh: "低水平病毒血症" }, upTo: 1000 },
      { category: "unsuppressed", label: unsuppressed, upTo: null },
    ],
  },
] as const satisfies readonly ThresholdRule[];
export type ThresholdRuleId = (typeof THRESHOLD_RULES)[number]["id"];

/** The rule with this id; undefined when there is none. */
export function findThresholdRule(id: string): ThresholdRule | undefined {
  return THRESHOLD_RULES.find((rule) => rule.id === id);
}
