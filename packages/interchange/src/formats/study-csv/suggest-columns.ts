const ROLES = ["participant", "cohort", "site", "timepoint", "measure", "value", "date"] as const;
export type ColumnRole = (typeof ROLES)[number];

/** Usual names of each kind of column, in the languages the product speaks. Compared without case, spaces and marks. */
const NAMES = {
  participant: [
    "participant",
    "participantid",
    "participantcode",
    "id",
    "subject",
    "subjectid",
    "patient",
    "patientid",
    "pid",
    "pidnum",
    "studyid",
    "recordid",
    "caseid",
    "code",
    "编号",
    "参与者",
    "受试者",
  ],
  cohort: [
    "cohort",
    "arm",
    "arms",
    "group",
    "treatment",
    "treat",
    "trt",
    "therapy",
    "condition",
    "intervention",
    "allocation",
    "组",
    "组别",
    "分组",
    "队列",
  ],
  site: ["site", "centre", "center", "clinic", "facility", "hospital", "地点", "机构", "医院"],
  timepoint: [
    "timepoint",
    "visit",
    "occasion",
    "wave",
    "time",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "event",
    "round",
    "assessment",
    "redcapeventname",
    "时间点",
    "访视",
    "随访",
  ],
  measure: ["measure", "variable", "outcome", "instrument", "scale", "test", "parameter", "指标", "量表"],
  value: ["value", "score", "result", "值", "得分", "结果"],
  date: ["date", "assessmentdate", "visitdate", "interviewdate", "answeredon", "日期"],
} as const satisfies Record<ColumnRole, readonly string[]>;

const plain = (name: string): string => name.toLowerCase().replace(/[\s._\-()]/g, "");

/** The column that plays each part, judged by its name alone; a part nobody plays is absent. Earlier names win. */
export function suggestColumns(header: readonly string[]): Partial<Record<ColumnRole, string>> {
  const roles: Partial<Record<ColumnRole, string>> = {};
  const taken = new Set<string>();
  for (const role of ROLES) {
    for (const name of NAMES[role]) {
      const column = header.find((candidate) => plain(candidate) === name && !taken.has(candidate));
      if (column === undefined) continue;
      roles[role] = column;
      taken.add(column);
      break;
    }
  }
  return roles;
}
