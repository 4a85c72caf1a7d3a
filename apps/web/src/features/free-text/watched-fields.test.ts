import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const FEATURES = path.resolve(import.meta.dirname, "..");
/** Screens on which something is written down about one person. */
const ABOUT_PEOPLE = ["participants", "collect", "laboratory", "worklists", "openings", "contact-details"];
/** Long fields for something else: what a laboratory printed, and contact details themselves, which are sealed. */
const OTHER_WORDS = ["laboratory/cells.tsx", "laboratory/result-form.tsx", "contact-details/write-details.tsx"];
const WATCHED = /<WatchedField\b|\buseWatchedText\(/;

/** Sources in which words of more than a line's length are typed. */
const withWords = ABOUT_PEOPLE.flatMap((area) =>
  readdirSync(path.join(FEATURES, area))
    .filter((file) => file.endsWith(".tsx"))
    .map((file) => ({ file: `${area}/${file}`, source: readFileSync(path.join(FEATURES, area, file), "utf8") })),
).filter(({ source }) => /<textarea\b|maxLength=\{(?:[2-9]\d\d|\d{4,}|REASON_LENGTH)|<WatchedField\b/.test(source));

test("every field for words about a person warns of names and numbers before they are saved", () => {
  const unwatched = withWords.filter(({ source }) => !WATCHED.test(source)).map(({ file }) => file);
  expect(unwatched.toSorted()).toEqual(OTHER_WORDS.toSorted());
});

test("those fields are these, and a column of such words has one", () => {
  const watched = withWords.filter(({ source }) => WATCHED.test(source)).map(({ file }) => file);
  expect(watched.toSorted()).toEqual([
    "collect/conflict-decision.tsx",
    "collect/review-step.tsx",
    "contact-details/open-details.tsx",
    "laboratory/check-reason.tsx",
    "laboratory/correct-form.tsx",
    "laboratory/note-form.tsx",
    "laboratory/treatment-start.tsx",
    "openings/opening-form.tsx",
    "openings/review-form.tsx",
    "participants/change-status.tsx",
    "worklists/event-form.tsx",
  ]);
});
