import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { SCHEDULE_FIELDS, type SettingsFields } from "./settings-draft";

export const SETTINGS_PARTS = ["rule", "verification", "doubleEntry", "thirdPerson", ...SCHEDULE_FIELDS] as const;
export type SettingsPart = (typeof SETTINGS_PARTS)[number];

/** The settings in words, part by part: for saying what differs. */
export function useSettingsParts(): (fields: SettingsFields) => Readonly<Record<SettingsPart, string>> {
  const t = useTranslations("laboratorySettings");
  const locale = useLocale();
  const format = useFormatter();
  return ({ ruleId, verification, doubleEntry, thirdPerson, schedule }) => {
    const days = (n: number) => t("days", { n });
    const months = (n: number) => t("months", { n });
    return {
      rule: THRESHOLD_RULES.find(({ id }) => id === ruleId)?.title[locale] ?? ruleId,
      verification: t(`verification.${verification}`),
      doubleEntry: t(doubleEntry ? "doubleEntry.on" : "doubleEntry.off"),
      thirdPerson: t(thirdPerson ? "thirdPerson.on" : "thirdPerson.off"),
      routineMonths: t("monthList", { list: format.list(schedule.routineMonths.map(String), { type: "conjunction" }) }),
      thenEveryMonths: months(schedule.thenEveryMonths),
      repeatAfterMonths: months(schedule.repeatAfterMonths),
      daysBefore: days(schedule.daysBefore),
      daysAfter: days(schedule.daysAfter),
      pendingWeeks: t("weeks", { n: schedule.pendingWeeks }),
    };
  };
}
