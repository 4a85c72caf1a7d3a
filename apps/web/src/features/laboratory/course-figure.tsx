import { LAB_KIND_FACTS, type LabKind } from "@alongside/domain/laboratory/kinds";
import { daysBetween } from "@alongside/domain/schedule/calendar-date";
import { findAssay } from "@alongside/domain/viral-load/assay-register";
import { copiesPerMl } from "@alongside/domain/viral-load/copies";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { ResultCourse } from "@alongside/ui/charts/result-course/result-course";
import type { CoursePoint } from "@alongside/ui/charts/result-course/result-course.model";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useLocale, useTranslations } from "next-intl";
import { useDay } from "@/features/participants/calendar-day";
import type { LaboratorySetting, Measurement, ResultView } from "./laboratory-view";
import { useResultWords } from "./result-words";

/** The course of one kind of result of one person, with limits drawn as limits. The list beside it says the same. */
export function CourseFigure(props: {
  readonly setting: LaboratorySetting;
  readonly kind: LabKind;
  readonly results: readonly ResultView[];
}): React.JSX.Element | null {
  const { setting, kind } = props;
  const t = useTranslations("laboratory.person");
  const locale = useLocale();
  const day = useDay();
  const words = useResultWords();
  const results = props.results
    .filter(({ current }) => current)
    .toSorted((a, b) => (a.measurement.result.collectedOn < b.measurement.result.collectedOn ? -1 : 1));
  const [first] = results;
  const last = results.at(-1);
  if (first === undefined || last === undefined) return null;
  const begin = first.measurement.result.collectedOn;
  const rule = THRESHOLD_RULES.find(({ id }) => id === setting.settings.ruleId) ?? THRESHOLD_RULES[0];
  const isViralLoad = kind === "viral-load";
  const points = results.map(({ measurement }): CoursePoint => {
    const { collectedOn } = measurement.result;
    return { day: daysBetween(begin, collectedOn), label: day(collectedOn), reading: readingOf(measurement, setting) };
  });
  const number = new Intl.NumberFormat(locale, { notation: isViralLoad ? "compact" : "standard" });
  const label = LAB_KIND_FACTS[kind].label[locale];
  return (
    <ChartFrame
      finding={t("course", { kind: label })}
      subtitle={`${LAB_KIND_FACTS[kind].unit} · ${t("key")}${isViralLoad ? ` · ┄ ${words.ruleName(rule)}` : ""}`}
      summary={t("courseSummary", {
        count: results.length,
        from: day(begin),
        to: day(last.measurement.result.collectedOn),
        latest: words.measurement(last.measurement),
      })}
      headingLevel={2}
      chart={
        <ResultCourse
          points={points}
          scale={isViralLoad ? "log" : "linear"}
          threshold={isViralLoad ? (rule.categories.findLast(({ upTo }) => upTo !== null)?.upTo ?? null) : null}
          formatValue={(value) => number.format(value)}
        />
      }
    />
  );
}

function readingOf(measurement: Measurement, { assays }: LaboratorySetting): CoursePoint["reading"] {
  if (measurement.kind !== "viral-load") return quantityReading(measurement.result);
  const { assay, state, detectionLimitCopiesPerMl, lowerLimitCopiesPerMl } = measurement.result;
  if (state === "not-detected") {
    const limit = detectionLimitCopiesPerMl ?? lowerLimitCopiesPerMl;
    return limit === null ? { kind: "none" } : { kind: "below", limit };
  }
  const register = assays.map((one) => one.assay);
  const reading = copiesPerMl(
    measurement.result,
    assay === null ? null : findAssay(register, assay.key, assay.edition),
  );
  switch (reading.kind) {
    case "copies":
      return { kind: "number", value: reading.value };
    case "censored":
      return { kind: reading.side, limit: reading.limit };
    case "none":
      return { kind: "none" };
  }
}

function quantityReading(result: Exclude<Measurement, { kind: "viral-load" }>["result"]): CoursePoint["reading"] {
  switch (result.state) {
    case "quantified":
      return { kind: "number", value: Number(result.value) };
    case "below-quantification":
      return { kind: "below", limit: Number(result.value) };
    case "above-upper":
      return { kind: "above", limit: Number(result.value) };
    default:
      return { kind: "none" };
  }
}
