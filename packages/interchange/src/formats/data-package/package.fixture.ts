import type { ReleaseLine } from "../release-rows/write-release-rows";
import type { DataPackage, PackageMeasure } from "./data-package";

const measure = (key: string, code: string, en: string, range: PackageMeasure["range"]): PackageMeasure => ({
  ...{ measure: key, label: { en, zh: `${en}（中文）` }, unit: "points", range, improvement: "decrease" },
  instrument: { code, label: { en: code.toUpperCase(), zh: code.toUpperCase() }, edition: "1" },
});

/** Seven people, three measures of two instruments that were answered, and one instrument that nobody has answered. */
export const MEASURES: readonly PackageMeasure[] = [
  measure("phq9/total", "phq9", 'Depression (PHQ-9), "total"', { minimum: 0, maximum: 27 }),
  measure("gad7/total", "gad7", "Anxiety, it's total", { minimum: 0, maximum: 21 }),
  measure("measure/calm 1", "calm", "=Calm", null),
  measure("empty/one", "empty", "Nobody's", { minimum: -5, maximum: 5 }),
  measure("empty/two", "empty", "Nobody's either", { minimum: 0, maximum: 5 }),
];

const line = (person: number, timepoint: string, key: string, score: number | null): ReleaseLine => ({
  ...{ person, cohort: person % 2 === 0 ? "Peers, by visit" : "=Waiting", site: "1", standing: "active", timepoint },
  ...{ day: timepoint === "pre" ? 0 : 90 + person, date: null, measure: key, version: "1", score },
  missing: score === null ? (person === 3 ? "not-applicable" : "not-measured") : "",
});

export const PACKAGE_LINES: readonly ReleaseLine[] = [1, 2, 3, 4, 5, 6, 7].flatMap((person) => [
  line(person, "pre", "phq9/total", person * 3),
  line(person, "post", "phq9/total", person === 4 ? null : person * 2 + 0.5),
  line(person, "pre", "gad7/total", person === 3 ? null : person),
  line(person, "pre", "measure/calm 1", person - 4),
]);

export const PACKAGE: DataPackage = {
  stamp: { code: "1a2b3c4d", hash: "1a2b3c4d".padEnd(64, "0"), isSnapshot: true },
  ...{ madeAt: "2026-11-23T10:00:00.000Z", language: "en", lines: PACKAGE_LINES, measures: MEASURES },
  columns: new Set(["person", "cohort", "timepoint", "day", "measure", "version", "score", "missing"]),
  timepoints: [
    { code: "pre", label: "Baseline" },
    { code: "post", label: "3 months" },
  ],
  terms: [{ label: "Purpose", value: "Quality check" }],
};
