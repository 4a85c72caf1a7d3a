import { LAB_KINDS } from "@alongside/domain/laboratory/kinds";
import { z } from "zod";

/** As many rows as anybody enters before saving; more is a file. */
export const MOST_ROWS = 200;

/** Why a soft check is passed, by the check's code. */
const reasons = z.record(z.string().max(40), z.string().trim().min(3).max(300)).default({});

/**
 * One row of a grid. The measurement is checked row by row and not here, because a row that cannot be is refused alone:
 * `LabMeasurement` says what it has to be for its kind.
 */
export const labRow = z.object({
  /** Made on the device: the same row sent twice is stored once. */
  resultId: z.uuid(),
  participantId: z.uuid(),
  kind: z.enum(LAB_KINDS),
  measurement: z.record(z.string().max(60), z.unknown()),
  /** The timepoint it is entered for: a day outside its window needs a reason. Null: for none. */
  timepointCode: z.string().min(1).max(64).nullable().default(null),
  reasons,
});
export type LabRow = z.output<typeof labRow>;

export const saveGridInput = z.object({
  programmeId: z.uuid(),
  /** Made on the device, one for every press of "save": what is undone together. */
  saveId: z.uuid(),
  entry: z.enum(["single", "grid"]).default("grid"),
  rows: z.array(labRow).min(1).max(MOST_ROWS),
});

export const correctResultInput = labRow.extend({
  programmeId: z.uuid(),
  saveId: z.uuid(),
  /** The result that is wrong; it must be the one in force. */
  replaces: z.uuid(),
  reason: z.string().trim().min(3).max(500),
});
