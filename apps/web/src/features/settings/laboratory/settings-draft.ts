import type { AppRouter } from "@alongside/api/router";
import { type LabSchedule, labScheduleSchema } from "@alongside/domain/laboratory/schedule";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

export type LaboratorySettings = inferRouterOutputs<AppRouter>["laboratorySettings"]["read"];
export type SettingsVersion = inferRouterOutputs<AppRouter>["laboratorySettings"]["history"][number];
/** What is decided, without the version. */
export type SettingsFields = Omit<
  inferRouterInputs<AppRouter>["laboratorySettings"]["preview"],
  "programmeId" | "schedule"
> & {
  readonly schedule: LabSchedule;
};

export const SCHEDULE_FIELDS = [
  "routineMonths",
  "thenEveryMonths",
  "repeatAfterMonths",
  "daysBefore",
  "daysAfter",
  "pendingWeeks",
] as const;
export type ScheduleField = (typeof SCHEDULE_FIELDS)[number];

/** The schedule as it is typed. */
export type TypedSchedule = Readonly<Record<ScheduleField, string>>;

export interface SettingsDraft extends Omit<SettingsFields, "schedule"> {
  readonly schedule: TypedSchedule;
}

/** What holds now, for typing over. */
export function draftOf({
  ruleId,
  verification,
  doubleEntry,
  thirdPerson,
  schedule,
}: LaboratorySettings): SettingsDraft {
  const typed = Object.fromEntries(
    SCHEDULE_FIELDS.map((field) => [
      field,
      field === "routineMonths" ? schedule[field].join(", ") : `${schedule[field]}`,
    ]),
  ) as Record<ScheduleField, string>;
  return { ruleId, verification, doubleEntry, thirdPerson, schedule: typed };
}

export type ReadSchedule =
  | { readonly kind: "schedule"; readonly schedule: LabSchedule }
  | { readonly kind: "not-yet"; readonly fields: readonly ScheduleField[] };

/** What was typed as numbers, or which fields are none. Months are set apart by commas or spaces. */
export function readSchedule(typed: TypedSchedule): ReadSchedule {
  const number = (text: string) => (/^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN);
  const months = typed.routineMonths.split(/[\s,，、;；]+/).filter((part) => part !== "");
  const parsed = labScheduleSchema.safeParse({
    routineMonths: months.map(number),
    thenEveryMonths: number(typed.thenEveryMonths),
    repeatAfterMonths: number(typed.repeatAfterMonths),
    daysBefore: number(typed.daysBefore),
    daysAfter: number(typed.daysAfter),
    pendingWeeks: number(typed.pendingWeeks),
  });
  if (parsed.success) return { kind: "schedule", schedule: parsed.data };
  const named = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return { kind: "not-yet", fields: SCHEDULE_FIELDS.filter((field) => named.has(field)) };
}
