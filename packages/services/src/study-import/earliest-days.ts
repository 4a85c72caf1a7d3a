import type { ByteSource } from "@alongside/interchange/formats/csv/decode";
import type { StudyMapping } from "@alongside/interchange/formats/study-csv/mapping";
import { readStudy } from "@alongside/interchange/formats/study-csv/read-study";

/** The earliest day of each participant of a file, by label: they were enrolled by then. */
export async function earliestDays(source: ByteSource, mapping: StudyMapping): Promise<ReadonlyMap<string, string>> {
  const earliest = new Map<string, string>();
  await readStudy(source, mapping, {
    onRecord: ({ label, date }) => {
      const before = earliest.get(label);
      if (date !== null && (before === undefined || date < before)) earliest.set(label, date);
    },
  });
  return earliest;
}
