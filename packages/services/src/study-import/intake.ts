import type { Tx } from "@alongside/db/client";
import type { ByteSource } from "@alongside/interchange/formats/csv/decode";
import { ProblemList } from "@alongside/interchange/formats/study-csv/problem-list";
import {
  readStudy,
  type StudyParticipant,
  type StudyProgress,
  type StudyRecord,
} from "@alongside/interchange/formats/study-csv/read-study";
import type { MatchedPlan } from "./match-plan";
import type { ImportReport } from "./report";
import { resolvePeople, type StudyPerson } from "./resolve-people";
import { type NewValue, sortOutStored } from "./stored-values";
import type { StudyPlace } from "./study-place";

/** People and values in one write. */
const BATCH = 2_000;
const MAXIMUM_PROBLEMS = 500;

/** Takes what is new, batch by batch. */
export interface IntakeSink {
  readonly people: (people: readonly StudyPerson[]) => Promise<void>;
  readonly values: (values: readonly NewValue[]) => Promise<void>;
}

/**
 * Reads a study file against a programme: who and what is there already, what is new, what contradicts. With a sink the
 * new people and values are handed on as they are found; the caller rolls back unless the report says `importable`.
 * Memory holds the participants and one batch, never the file.
 */
export async function takeIn(
  db: Tx,
  source: ByteSource,
  place: StudyPlace,
  matched: MatchedPlan,
  sink?: IntakeSink,
  onProgress?: (progress: StudyProgress) => Promise<void>,
): Promise<ImportReport> {
  const problems = new ProblemList(MAXIMUM_PROBLEMS);
  for (const problem of matched.problems) problems.add(problem);
  const people = new Map<string, StudyPerson>();
  let arrivals: StudyParticipant[] = [];
  let records: StudyRecord[] = [];
  let known = 0;
  let alreadyStored = 0;

  async function handle(arrivals: readonly StudyParticipant[], records: readonly StudyRecord[]): Promise<void> {
    const arrived = await resolvePeople(db, arrivals, place, matched, (problem) => problems.add(problem));
    for (const person of arrived) people.set(person.label, person);
    known += arrived.filter((person) => !person.isNew).length;
    const sorted = await sortOutStored(db, records, people, place, matched, (problem) => problems.add(problem));
    alreadyStored += sorted.alreadyStored;
    // Once something is refused nothing more is written: it would only be rolled back.
    if (sink === undefined || problems.refusals > 0) return;
    await sink.people(arrived);
    await sink.values(sorted.added);
  }
  // The database works on one batch while the next is being read; never on two, so that memory stays bounded.
  let atWork: Promise<void> = Promise.resolve();
  async function flush(): Promise<void> {
    const [arrived, read] = [arrivals, records];
    arrivals = [];
    records = [];
    await atWork;
    atWork = handle(arrived, read);
    // Awaited by the next flush; without this a failure would count as unhandled until then.
    atWork.catch(() => {});
  }

  const report = await readStudy(source, place.mapping, {
    maximumProblems: MAXIMUM_PROBLEMS,
    today: place.today,
    onParticipant: (participant) => {
      arrivals.push(participant);
    },
    onRecord: async (record) => {
      records.push(record);
      if (records.length >= BATCH || arrivals.length >= BATCH) await flush();
    },
    ...(onProgress === undefined ? {} : { onProgress, progressEvery: BATCH }),
  });
  await flush();
  await atWork;

  const all = [...report.problems, ...problems.problems].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  const names = (parts: MatchedPlan["cohorts" | "timepoints" | "measures"]): string[] => [
    ...new Set([...parts.values()].filter((part) => part.isNew).map((part) => part.name)),
  ];
  return {
    ...report,
    importable: report.importable && problems.refusals === 0,
    problems: all.slice(0, MAXIMUM_PROBLEMS),
    problemCounts: [...report.problemCounts, ...[...problems.counts].map(([rule, count]) => ({ rule, count }))],
    knownParticipants: known,
    alreadyStored,
    creates: {
      sites: place.newSites.map((site) => site.name),
      cohorts: names(matched.cohorts),
      timepoints: names(matched.timepoints),
      measures: names(matched.measures),
    },
  };
}
