import { randomUUID } from "node:crypto";
import { demoInstrument } from "@alongside/services/demo/demo-plan";
import { uuidv7 } from "uuidv7";
import type { BenchApp } from "./bench-app";
import { type BenchProgramme, makeBenchProgramme } from "./bench-programme";
import { type Figure, median } from "./figure";
import { type Call, type LoadResult, runLoad } from "./http-load";

/** The catalogue's instrument with exactly 40 items; it has 9 scales. */
export const SAVE_BENCH_INSTRUMENT = "psat";
const SECONDS = 5;
const WARM_UP_SECONDS = 3;
/** Floor and save take turns, so that what else the machine does falls on both. */
const ROUNDS = 3;
/** Each takes four saves, one per timepoint: more than any machine does in the time. */
const PARTICIPANTS = 20_000;
const AIM = { comparison: "at-least", value: 0.5 } as const;

/** Saves of one 40-item assessment through HTTP, session and tRPC, and a route that inserts one row and nothing else. */
export async function saveBench(app: BenchApp): Promise<readonly Figure[]> {
  const programme = await makeBenchProgramme(app.db, app.userId, "bench-save", [SAVE_BENCH_INSTRUMENT]);
  const nextSave = await saves(app, programme);
  const nextFloor = (): Call => ({
    path: "/api/bench/floor",
    body: JSON.stringify({ subjectId: randomUUID(), id: uuidv7(), programmeId: programme.programmeId }),
  });
  const load = (clients: number, next: () => Call, seconds = SECONDS) =>
    runLoad({ address: app.address, pid: app.pid, headers: app.headers, clients, seconds, next });
  await load(16, nextSave, WARM_UP_SECONDS);
  await load(16, nextFloor, WARM_UP_SECONDS);
  const figures: Figure[] = [];
  for (const clients of [1, 16]) {
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push({ floor: await load(clients, nextFloor), save: await load(clients, nextSave) });
    }
    figures.push(...describe(clients, rounds));
  }
  return figures;
}

interface Round {
  readonly save: LoadResult;
  readonly floor: LoadResult;
}

function describe(clients: number, rounds: readonly Round[]): readonly Figure[] {
  const name = (what: string) => `${what}, ${clients} client${clients === 1 ? "" : "s"}`;
  const row = (what: string, unit: string, of: (round: Round) => number): Figure => ({
    ...{ bench: "save", what: name(what), unit, value: median(rounds.map(of)) },
  });
  const ratio = row(
    "save as part of the floor",
    "x",
    ({ save, floor }) => save.requestsPerSecond / floor.requestsPerSecond,
  );
  return [
    row("save", "req/s", ({ save }) => save.requestsPerSecond),
    row("save p50", "ms", ({ save }) => save.p50),
    row("save p95", "ms", ({ save }) => save.p95),
    row("save p99", "ms", ({ save }) => save.p99),
    row("save, processor time", "ms", ({ save }) => save.processor),
    row("floor (one insert)", "req/s", ({ floor }) => floor.requestsPerSecond),
    row("floor p50", "ms", ({ floor }) => floor.p50),
    row("floor p95", "ms", ({ floor }) => floor.p95),
    row("floor p99", "ms", ({ floor }) => floor.p99),
    row("floor, processor time", "ms", ({ floor }) => floor.processor),
    clients === 1 ? ratio : { ...ratio, aim: AIM },
  ];
}

/** Requests that save an assessment where there is none yet, as the application's own client sends them. */
export async function saves(app: BenchApp, programme: BenchProgramme): Promise<() => Call> {
  const participantIds = Array.from({ length: PARTICIPANTS }, () => uuidv7());
  await enrol(app, programme, participantIds);
  const instrument = demoInstrument(SAVE_BENCH_INSTRUMENT);
  const answers = Object.fromEntries(
    instrument.items.map((item, index) => {
      if (item.response.kind !== "choice") return [item.id, item.response.minimum];
      const options = instrument.responseSets[item.response.set]?.options ?? [];
      return [item.id, options[index % options.length]?.code ?? 0];
    }),
  );
  const answeredOn = new Date().toISOString().slice(0, 10);
  let sent = 0;
  return () => {
    const participantId = participantIds[sent % PARTICIPANTS];
    const timepointId = programme.timepointIds[Math.floor(sent / PARTICIPANTS)];
    if (timepointId === undefined) throw new RangeError("Every participant has been saved at every timepoint");
    sent += 1;
    const json = {
      ...{ programmeId: programme.programmeId, participantId, assessmentId: uuidv7(), timepointId },
      ...{ instrument: instrument.code, edition: instrument.edition, mode: "paper", language: "en" },
      ...{ answeredOn, answers },
    };
    return { path: "/api/trpc/assessment.save", body: JSON.stringify({ json }) };
  };
}

async function enrol(app: BenchApp, programme: BenchProgramme, ids: readonly string[]): Promise<void> {
  const { programmeId, siteIds, cohortIds } = programme;
  await app.db.$executeRaw`
    INSERT INTO participant (participant_id, programme_id, site_id, cohort_id, code)
    SELECT id, ${programmeId}::uuid, ${siteIds[0]}::uuid, ${cohortIds[0]}::uuid, 'B' || row_number() OVER ()
      FROM unnest(${ids}::uuid[]) AS t(id)`;
  await app.db.$executeRaw`
    INSERT INTO enrolment (participant_id, id, programme_id, status, enrolled_on)
    SELECT id, gen_random_uuid(), ${programmeId}::uuid, 'active', current_date - 30 FROM unnest(${ids}::uuid[]) AS t(id)`;
  await app.db.$executeRaw`ANALYZE participant, enrolment`;
}
