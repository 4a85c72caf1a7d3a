import { createHash } from "node:crypto";
import type { RELEASE_DAYS } from "@alongside/domain/release/release";
import type { ScoresTable } from "./scores-table";

/** Of each person which forms there are, and on which days, as fingerprints; and the score of each form, null for none. */
export function knownOfPeople(people: ScoresTable["people"], days: (typeof RELEASE_DAYS)[number]) {
  const places = new Map<string, number>();
  const found = people.map(({ lines }) => {
    let [forms, onDays] = ["", ""];
    const scores: (number | null)[] = [];
    for (const line of lines()) {
      const form = `${line.measure} ${line.timepoint}`;
      const place = places.get(form) ?? places.size;
      places.set(form, place);
      scores[place] = line.score;
      forms += `${form} ${line.missing}|`;
      onDays += `${(days === "calendar" ? line.date : line.day) ?? ""}|`;
    }
    return { forms: fingerprint(forms), days: fingerprint(onDays), scores };
  });
  return {
    forms: found.map(({ forms }) => forms),
    days: found.map(({ days: own }) => own),
    scores: found.map(({ scores }) => Array.from({ length: places.size }, (_, place) => scores[place] ?? null)),
  };
}

function fingerprint(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
