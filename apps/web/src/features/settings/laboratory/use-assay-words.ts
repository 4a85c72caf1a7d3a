import { RESULT_UNITS, SPECIMENS } from "@alongside/domain/viral-load/measurement";
import { useLocale, useTranslations } from "next-intl";
import { useDay } from "@/features/participants/calendar-day";
import { ASSAY_FIELDS, type AssayField, type ListedAssay, type TypedAssay } from "./assay-draft";

/** Assays in words. */
export interface AssayWords {
  /** A field as it is shown. */
  readonly value: (field: AssayField, typed: TypedAssay) => string;
  readonly limits: (assay: ListedAssay["assay"]) => string;
  /** The fields in which two descriptions differ, besides the edition itself. */
  readonly changed: (before: TypedAssay, after: TypedAssay) => readonly AssayField[];
}

/** Words in the reader's language. */
export function useAssayWords(): AssayWords {
  const t = useTranslations("assayRegister");
  const words = useTranslations("laboratory");
  const locale = useLocale();
  const day = useDay();
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const unitOf = (unit: string) => words(`unit.${RESULT_UNITS.find((one) => one === unit) ?? RESULT_UNITS[0]}`);
  const value = (field: AssayField, typed: TypedAssay): string => {
    const text = typed[field];
    switch (field) {
      case "specimen":
        return words(`specimen.${SPECIMENS.find((one) => one === text) ?? SPECIMENS[0]}`);
      case "unit":
        return unitOf(text);
      case "meansOfBelow":
        return t(`below.${text === "detected-below" || text === "not-detected" ? text : "ask"}`);
      case "validFrom":
        return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text) : text;
      default:
        return text === ""
          ? t("unknown")
          : /^\d+(\.\d+)?$/.test(text) && isNumber(field)
            ? number.format(Number(text))
            : text;
    }
  };
  const limits = ({ unit, lowerLimit, upperLimit, detectionLimit }: ListedAssay["assay"]): string => {
    const shown = (limit: number | null) => (limit === null ? t("unknown") : number.format(limit));
    const range =
      lowerLimit === null && upperLimit === null
        ? t("noRange")
        : t("range", { low: shown(lowerLimit), high: shown(upperLimit), unit: unitOf(unit) });
    if (detectionLimit === null) return range;
    return t("rangeDetects", { range, limit: shown(detectionLimit), unit: unitOf(unit) });
  };
  const changed = (before: TypedAssay, after: TypedAssay) =>
    ASSAY_FIELDS.filter((field) => field !== "edition" && before[field].trim() !== after[field].trim());
  return { value, limits, changed };
}

function isNumber(field: AssayField): boolean {
  return field.endsWith("Limit") || field === "iuPerCopy";
}
