import { expect, it } from "vitest";
import { CHANGE_COLUMNS, type ChangeCell, type ChangeColumn, type ChangeRow, writeChangeCsv } from "./write-change";

const number = (value: number): ChangeCell => ({ kind: "number", value });
const words = (text: string): ChangeCell => ({ kind: "words", text });
const headings = Object.fromEntries(Object.keys(CHANGE_COLUMNS).map((column) => [column, column])) as Record<
  ChangeColumn,
  string
>;
const ROW: ChangeRow = {
  domain: "Psychological",
  measure: "Depression, self-rated",
  instrument: "BDI",
  cohort: "Usual care",
  timepoint: "8 months",
  nEnrolled: words("48-52"),
  nBaseline: number(1048),
  nPaired: number(25),
  unit: "points",
  meanBefore: number(24.12),
  meanAfter: number(13.6),
  meanChange: number(-10.52),
  intervalLow: number(-15.070135757994874),
  intervalHigh: number(-5.969864242005124),
  standardised: number(-0.9051),
  standardisedLow: number(-1.3),
  standardisedHigh: number(-0.5),
  direction: "better",
  withoutBaseline: number(0),
  lost: number(23),
  unscored: number(0),
  method: "paired-t",
  threshold: "5",
  claim: "1: changed",
  standing: "exploratory: not in the plan",
  pValue: number(0.00042),
  adjusted: number(0.0314),
  family: "exploratory (BH)",
  familyTests: number(1042),
  computedAt: "2026-06-15T10:00:00.000Z",
  snapshot: "9f8e7d6c",
  site: "All sites",
  dataLabel: "",
};

it("writes what the page shows: rounded, with the page's words where numbers are withheld", () => {
  const hidden = words("fewer than 5");
  const file = writeChangeCsv({
    headings,
    rows: [ROW, { ...ROW, cohort: "Peers", nPaired: hidden, meanChange: hidden, direction: "" }],
  });
  const [head, first, second] = file.replace("\uFEFF", "").split("\r\n");
  expect(head).toBe(Object.keys(CHANGE_COLUMNS).join(","));
  expect(first).toBe(
    'Psychological,"Depression, self-rated",BDI,Usual care,8 months,48-52,1048,25,points,24.12,13.60,-10.52,-15.07,-5.97,' +
      "-0.91,-1.30,-0.50,better,0,23,0,paired-t,5,1: changed,exploratory: not in the plan,< 0.001,0.031,exploratory (BH),1042,2026-06-15T10:00:00.000Z,9f8e7d6c,All sites,",
  );
  expect(second).toContain("1048,fewer than 5,points,24.12,13.60,fewer than 5,-15.07");
});

it("cannot carry a formula out of a cohort's name", () => {
  expect(writeChangeCsv({ headings, rows: [{ ...ROW, cohort: "=1+1" }] })).toContain(",'=1+1,");
});
