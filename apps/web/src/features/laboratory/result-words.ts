import type { LabKind } from "@alongside/domain/laboratory/kinds";
import { LAB_KIND_FACTS } from "@alongside/domain/laboratory/kinds";
import type { CategoryVerdict, ThresholdRule } from "@alongside/domain/viral-load/categorise";
import type { ResultUnit } from "@alongside/domain/viral-load/measurement";
import { FAILURE_REASONS, REJECTION_REASONS } from "@alongside/domain/viral-load/no-result-reasons";
import type { Reading } from "@alongside/domain/viral-load/reading";
import { useLocale, useTranslations } from "next-intl";
import type { Measurement } from "./laboratory-view";

/** Results in words, so that everybody can see what was understood. */
export interface ResultWords {
  readonly reading: (reading: Reading, kind: LabKind, limit?: number | null) => string;
  readonly measurement: (measurement: Measurement) => string;
  /** The category by a rule, which it names. */
  readonly category: (verdict: CategoryVerdict, rule: ThresholdRule) => string;
  readonly ruleName: (rule: ThresholdRule) => string;
}

/** Words in the reader's language. */
export function useResultWords(): ResultWords {
  const t = useTranslations("laboratory");
  const locale = useLocale();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 12 });
  const amount = (
    value: string | null,
    unit: ResultUnit | null,
    kind: LabKind,
    limit: number | null,
  ): string | null => {
    if (value === null && limit === null) return null;
    const shown = value === null ? number.format(limit ?? 0) : written(value);
    return t("amount", { value: shown, unit: unitText(value === null ? "copies-per-ml" : unit, kind) });
  };
  /** Digits as they were reported, with the thousands set apart: 2.0 stays 2.0. */
  const written = (value: string) => {
    const decimals = (value.split(".")[1] ?? "").length;
    if (value.includes("E")) return value;
    return new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(
      Number(value),
    );
  };
  const unitText = (unit: ResultUnit | null, kind: LabKind): string =>
    kind === "viral-load" ? t(`unit.${unit ?? "copies-per-ml"}`) : LAB_KIND_FACTS[kind].unit;

  const reading = (
    { state, comparator, value, unit }: Pick<Reading, "state" | "comparator" | "value" | "unit">,
    kind: LabKind,
    limit: number | null = null,
  ): string => {
    const of = amount(value, unit, kind, limit);
    switch (state) {
      case "quantified":
        return of ?? "";
      case "below-quantification":
        if (of === null) return t("read.belowLimit");
        if (kind !== "viral-load") return t("read.under", { amount: of });
        return t(comparator === "<=" ? "read.belowOrAt" : "read.below", { amount: of });
      case "above-upper":
        if (of === null) return t("read.aboveLimit");
        return t(comparator === ">=" ? "read.aboveOrAt" : "read.above", { amount: of });
      default:
        return t(`read.${state}`);
    }
  };

  const measurement = ({ kind, result }: Measurement): string => {
    const withLimits = kind === "viral-load" ? result : null;
    const limit =
      result.state === "below-quantification"
        ? withLimits?.lowerLimitCopiesPerMl
        : result.state === "above-upper"
          ? withLimits?.upperLimitCopiesPerMl
          : null;
    const value = "value" in result ? result.value : null;
    const comparator = "comparator" in result ? result.comparator : null;
    const unit = "unit" in result ? result.unit : null;
    const said = reading({ state: result.state, comparator, value, unit }, kind, limit ?? null);
    const why = reasonText(result, locale);
    return why === null ? said : t("read.because", { result: said, reason: why });
  };

  const ruleName = (rule: ThresholdRule) => (rule.title[locale].split(/[:：(（]/)[0] ?? "").trim();
  const category = (verdict: CategoryVerdict, rule: ThresholdRule): string => {
    switch (verdict.kind) {
      case "category":
        return t("category.by", { category: labelOf(verdict.category, rule, locale), rule: ruleName(rule) });
      case "undetermined":
        return t(`category.${verdict.reason}`, { rule: ruleName(rule) });
      case "no-result":
        return t("category.none");
    }
  };
  return { reading, measurement, category, ruleName };
}

type Locale = ReturnType<typeof useLocale>;

function labelOf(category: string, rule: ThresholdRule, locale: Locale): string {
  const band = [rule.notDetected, ...rule.categories].find((one) => one.category === category);
  return band === undefined ? category : band.label[locale].toLocaleLowerCase(locale);
}

function reasonText(result: Measurement["result"], locale: Locale): string | null {
  if (result.state === "rejected") {
    const known = REJECTION_REASONS.find(({ code }) => code === result.rejectionCode);
    return known?.text[locale].toLocaleLowerCase(locale) ?? result.rejectionCode;
  }
  if (result.state === "failed") {
    const known = FAILURE_REASONS.find(({ code }) => code === result.failureCode);
    return known?.text[locale].toLocaleLowerCase(locale) ?? result.failureCode;
  }
  return null;
}

/** Whether a result in IU/mL waits for the factor of its assay, which somebody can give. */
export function lacksFactor(verdict: CategoryVerdict | null): boolean {
  return verdict?.kind === "undetermined" && verdict.reason === "factor-unknown";
}
