import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { findThresholdRule } from "@alongside/domain/viral-load/threshold-rules.data";
import type { LaboratorySettings } from "./settings";

/** The settings' threshold rule. Throws when the register has lost it: rules are never taken out. */
export function ruleOf(settings: LaboratorySettings): ThresholdRule {
  const rule = findThresholdRule(settings.ruleId);
  if (rule === undefined) throw new RangeError(`No threshold rule ${settings.ruleId}`);
  return rule;
}
