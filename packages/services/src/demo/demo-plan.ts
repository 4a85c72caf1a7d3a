import type { AnalysisPlan } from "@alongside/domain/analysis-plan/analysis-plan";
import { windowsOf } from "@alongside/domain/analysis-plan/planned-window";
import { findInstrument } from "@alongside/domain/instruments/registry";
import type { AskedOf } from "@alongside/domain/schedule/asked-of";

/** The simulated programme before anybody is in it. Everything in it is invented. */
export const DEMO_PROGRAMME = {
  slug: "demo",
  name: "Riverside demo",
  dataLabel: "simulated",
  timeZone: "UTC",
} as const;

/**
 * Days before today on which the programme began, the plan was saved, the first and the last person were enrolled, and the data
 * were frozen.
 */
export const DEMO_DAYS = { began: 440, planned: 435, firstEnrolled: 430, lastEnrolled: 1, frozen: 30 } as const;

/** `share`: part of the people who come to this site. */
export const DEMO_SITES = [
  { name: "Riverside clinic", share: 0.46 },
  { name: "Hillside clinic", share: 0.33 },
  { name: "Harbour centre", share: 0.21 },
] as const;

/** `people`: how many are enrolled. `dose`: how much of the effect of peer support the simulation gives them.
 * `contacts`: how they are met. */
export const DEMO_COHORTS = [
  {
    name: "Peer support by visit",
    kind: "peer-support",
    description: "A peer supporter meets the person every two weeks for three months.",
    people: 112,
    dose: 1,
    contacts: { mode: "face-to-face", every: 14, times: 7, minutes: 50 },
  },
  {
    name: "Peer support by phone",
    kind: "peer-support",
    description: "A peer supporter calls every week for three months.",
    people: 98,
    dose: 0.6,
    contacts: { mode: "phone", every: 7, times: 13, minutes: 20 },
  },
  {
    name: "Usual care, waiting",
    kind: "comparison",
    description: "Usual care while waiting for a peer supporter.",
    people: 94,
    dose: 0,
    contacts: null,
  },
] as const;

/** `kept`: part of the effect that is still there at this timepoint. */
export const DEMO_TIMEPOINTS = [
  { code: "baseline", label: "Baseline", kind: "baseline", targetDay: 0, daysBefore: 0, daysAfter: 14, kept: 0 },
  { code: "end", label: "End of support", kind: "end", targetDay: 90, daysBefore: 21, daysAfter: 21, kept: 1 },
  {
    ...{ code: "month-6", label: "6 months", kind: "follow-up" },
    ...{ targetDay: 180, daysBefore: 30, daysAfter: 30, kept: 0.8 },
  },
  {
    ...{ code: "month-12", label: "12 months", kind: "follow-up" },
    ...{ targetDay: 365, daysBefore: 45, daysAfter: 45, kept: 0.6 },
  },
] as const;
export type DemoTimepoint = (typeof DEMO_TIMEPOINTS)[number];

interface DemoUse {
  readonly instrument: string;
  /** Empty: at every timepoint. */
  readonly timepointCodes: readonly string[];
  readonly mode: "interview" | "paper";
  readonly askedOf: AskedOf;
  readonly responsePath?: { readonly contact: string; readonly withinHours: number; readonly firstWords: string };
}

export const DEMO_USES: readonly DemoUse[] = [
  { instrument: "alongside-core", timepointCodes: [], mode: "interview", askedOf: "everyone" },
  {
    instrument: "phq9",
    timepointCodes: [],
    mode: "paper",
    askedOf: "everyone",
    responsePath: {
      contact: "The counsellor on duty at the site",
      withinHours: 4,
      firstWords: "Thank you for telling me. I would like us to talk with our counsellor today. Is that all right?",
    },
  },
  // About one's peer supporter: people who wait for one are not asked.
  { instrument: "alongside-mechanisms", timepointCodes: ["end"], mode: "interview", askedOf: "peer-support" },
  { instrument: "retention", timepointCodes: ["baseline", "month-12"], mode: "paper", askedOf: "everyone" },
];

const PLANNED: AnalysisPlan = {
  title: "Does peer support lower depression by the end of support?",
  design: "cohorts",
  primary: { measure: "phq9/total", timepointCode: "end" },
  model: "ancova",
  comparisonCohort: "Usual care, waiting",
  entryCutOff: null,
  importantDifference: null,
  secondary: [
    { measure: "alongside-core/lonely", timepointCode: "end" },
    { measure: "alongside-core/hope", timepointCode: "end" },
    { measure: "alongside-core/support", timepointCode: "end" },
    { measure: "phq9/total", timepointCode: "month-6" },
  ],
  intercurrentEvents:
    "People who moved away or left count with every answer they gave. Nothing is filled in for people who died.",
};

/** What was going to be analysed, written down before anybody was enrolled, let alone looked at. */
export const DEMO_ANALYSIS_PLAN: AnalysisPlan = {
  ...PLANNED,
  windows: windowsOf(
    PLANNED,
    DEMO_TIMEPOINTS.map(({ code, ...window }) => ({ timepointCode: code, ...window })),
  ),
};

/** The definition behind a use. Throws when the catalogue has no such instrument: a fault of this plan. */
export function demoInstrument(code: string) {
  const instrument = findInstrument(code);
  if (instrument === undefined) throw new RangeError(`The catalogue has no ${code}`);
  return instrument;
}
