import type { ScopedDb } from "@alongside/db/client";
import type { LocalText } from "@alongside/domain/instruments/local-text";
import { findMeasure } from "@alongside/domain/instruments/registry";
import type { Improvement } from "@alongside/domain/instruments/scale";
import { fromDay } from "../calendar-date";
import { nameInstrument } from "./name-instrument";

/** A measure as a trajectory shows it. */
export interface TrajectoryMeasure {
  readonly measure: string;
  readonly label: LocalText;
  readonly instrument: LocalText;
  readonly isNew: boolean;
  readonly unit: string;
  readonly improvement: Improvement;
  /** Lowest and highest possible score; null where none is stated. */
  readonly range: { readonly minimum: number; readonly maximum: number } | null;
  /** Lowest value of each band upwards, as published or as our own rule says. */
  readonly bands: readonly { readonly from: number; readonly label: LocalText }[];
  /** Framework code of the outcome domain; null for mechanisms and dose. */
  readonly domain: string | null;
  /** Shown at once; the others are parts of one that is. */
  readonly headline: boolean;
}

/** One score, or the reason why there is none. Missing is never zero. */
export interface TrajectoryPoint {
  readonly timepointId: string;
  readonly timepoint: string;
  /** Planned day after enrolment. */
  readonly targetDay: number;
  readonly answeredOn: string;
  /** scored | incomplete | not-applicable */
  readonly outcome: string;
  /** Null unless scored. */
  readonly value: number | null;
  readonly itemsUsed: number;
  readonly itemsTotal: number;
  readonly prorated: boolean;
  readonly edition: string;
}

export interface Trajectory extends TrajectoryMeasure {
  /** In the order of the plan. */
  readonly points: readonly TrajectoryPoint[];
}

/** The course of every score of a participant over the timepoints: headline measures first. */
export async function readTrajectories(
  db: ScopedDb,
  programmeId: string,
  participantId: string,
): Promise<readonly Trajectory[]> {
  const [scores, timepoints, imported] = await Promise.all([
    db.score.findMany({
      where: { participantId, current: true },
      include: { assessment: { select: { answeredOn: true, edition: true } } },
      orderBy: [{ measure: "asc" }, { assessmentId: "asc" }],
    }),
    db.timepoint.findMany({ where: { programmeId }, orderBy: [{ position: "asc" }, { code: "asc" }] }),
    db.programmeMeasure.findMany({ where: { programmeId }, orderBy: { code: "asc" } }),
  ]);
  const own = new Map(imported.map((one) => [`measure/${one.code}`, one]));
  const measures = [...new Set(scores.map((score) => score.measure))];
  const trajectories = measures.map((measure): Trajectory => {
    const points = timepoints.flatMap((timepoint) =>
      scores
        .filter((score) => score.measure === measure && score.timepointId === timepoint.id)
        .map(({ outcome, value, itemsUsed, itemsTotal, prorated, assessment }) => ({
          timepointId: timepoint.id,
          timepoint: timepoint.label,
          targetDay: timepoint.targetDay,
          answeredOn: fromDay(assessment.answeredOn),
          outcome,
          value,
          itemsUsed,
          itemsTotal,
          prorated,
          edition: assessment.edition,
        })),
    );
    return { ...describe(measure, own.get(measure)), points };
  });
  return trajectories.toSorted((a, b) => Number(b.headline) - Number(a.headline));
}

interface ImportedMeasure {
  readonly label: string;
  readonly domain: string;
  readonly improvement: string;
  readonly unit: string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly source: string;
}

function describe(measure: string, imported: ImportedMeasure | undefined): TrajectoryMeasure {
  const found = findMeasure(measure);
  if (found !== undefined) {
    const { scale, instrument } = found;
    return {
      measure,
      label: scale.label,
      instrument: instrument.name,
      isNew: instrument.validation === "new",
      unit: scale.unit ?? "",
      improvement: scale.improvement,
      range: scale.range,
      bands: scale.bands.map(({ from, label }) => ({ from, label })),
      domain: scale.serves.domain,
      headline: scale.headline || !instrument.scales.some((one) => one.headline),
    };
  }
  const { name } = nameInstrument(measure.split("/").at(-1) ?? measure);
  if (imported === undefined) {
    return { ...PLAIN, measure, label: name, instrument: name };
  }
  const { label, domain, improvement, unit, minimum, maximum, source } = imported;
  return {
    ...PLAIN,
    measure,
    label: { en: label, zh: label },
    instrument: { en: source, zh: source },
    unit,
    improvement: improvement === "increase" || improvement === "decrease" ? improvement : "none",
    range: minimum === null || maximum === null ? null : { minimum, maximum },
    domain: domain === "" ? null : domain,
  };
}

const PLAIN = {
  isNew: false,
  unit: "",
  improvement: "none",
  range: null,
  bands: [],
  domain: null,
  headline: true,
} as const;
