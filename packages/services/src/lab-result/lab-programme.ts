import { todayIn } from "@alongside/domain/schedule/calendar-date";
import type { Assay } from "@alongside/domain/viral-load/assay";
import { mergeAssays } from "@alongside/domain/viral-load/assay-register";
import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { readStoredAssays } from "../assay/stored-assay";
import { ruleOf } from "../laboratory-settings/rule-of";
import { DEFAULT_SETTINGS, type LaboratorySettings, storedSettings } from "../laboratory-settings/settings";
import type { StoredLabProgramme } from "./read-people";

/** What a programme's results are judged by. */
export interface LabProgramme {
  /** The day it is there. */
  readonly today: string;
  readonly settings: LaboratorySettings;
  readonly rule: ThresholdRule;
  /** The published assays and the programme's own, every edition. */
  readonly assays: readonly Assay[];
  readonly timepoints: StoredLabProgramme["timepoints"];
}

/** Reads what is stored; what is not set is as in `DEFAULT_SETTINGS`. */
export function labProgramme(stored: StoredLabProgramme, now: Date): LabProgramme {
  const settings = stored.settings === null ? DEFAULT_SETTINGS : storedSettings(stored.settings);
  return {
    today: todayIn(stored.timeZone, now),
    settings,
    rule: ruleOf(settings),
    assays: mergeAssays(readStoredAssays(stored.assays)),
    timepoints: stored.timepoints,
  };
}
