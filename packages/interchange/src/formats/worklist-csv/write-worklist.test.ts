import { expect, it } from "vitest";
import { WORKLIST_COLUMNS, type WorklistColumn, type WorklistLine, writeWorklistCsv } from "./write-worklist";

const headings = Object.fromEntries(WORKLIST_COLUMNS.map((column) => [column, column.toUpperCase()])) as Record<
  WorklistColumn,
  string
>;
const LINE: WorklistLine = {
  code: "7K2M-4QXA",
  site: "North, by the river",
  on: "2026-02-20",
  days: 0,
  kind: "Viral load",
  collectedOn: "2026-02-20",
  state: "detected, below the limit",
  comparator: "<",
  value: "1.30",
  unit: "log10 copies/mL",
  specimen: "plasma",
  treatmentStartedOn: null,
  counsellingSince: null,
  sessions: null,
  repeatedOn: null,
  ground: null,
  pendingSince: null,
};

it("writes a heading and a line, the number as it was reported and nothing where nothing is", () => {
  expect(writeWorklistCsv({ headings, columns: WORKLIST_COLUMNS, lines: [LINE] })).toBe(
    "\uFEFFCODE,SITE,ON,DAYS,KIND,COLLECTEDON,STATE,COMPARATOR,VALUE,UNIT,SPECIMEN,TREATMENTSTARTEDON," +
      "COUNSELLINGSINCE,SESSIONS,REPEATEDON,GROUND,PENDINGSINCE\r\n" +
      '7K2M-4QXA,"North, by the river",2026-02-20,0,Viral load,2026-02-20,"detected, below the limit",<,1.30,' +
      "log10 copies/mL,plasma,,,,,,\r\n",
  );
});

it("holds only the columns asked for", () => {
  const columns = ["code", "site"] as const;
  expect(writeWorklistCsv({ headings, columns, lines: [LINE, { ...LINE, code: "9X2M-4QXB", site: "=1+1" }] })).toBe(
    '\uFEFFCODE,SITE\r\n7K2M-4QXA,"North, by the river"\r\n9X2M-4QXB,\'=1+1\r\n',
  );
});
