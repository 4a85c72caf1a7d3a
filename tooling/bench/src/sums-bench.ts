import type { BenchApp } from "./bench-app";
import { makeBenchProgramme } from "./bench-programme";
import { type Figure, median } from "./figure";
import { runLoad } from "./http-load";
import { SAVE_BENCH_INSTRUMENT, saves } from "./save-bench";

const SECONDS = 6;
const WARM_UP_SECONDS = 3;
/** With and without take turns, and each turn begins with the other, so that what else the machine does falls on both. */
const ROUNDS = 6;
const CLIENTS = 16;
/** A save may cost so much more for the sums that dashboards read. */
const AIM = { comparison: "at-most", value: 1.1 } as const;

/**
 * Saves of a 40-item assessment as they are, and the same where the database throws away what a save adds to the sums. Sums of
 * cohorts that somebody defined cost a save nothing: they are made when somebody looks.
 */
export async function sumsBench(app: BenchApp): Promise<readonly Figure[]> {
  const programme = await makeBenchProgramme(app.db, app.userId, "bench-sums", [SAVE_BENCH_INSTRUMENT]);
  const next = await saves(app, programme);
  const load = (seconds = SECONDS) =>
    runLoad({ address: app.address, pid: app.pid, headers: app.headers, clients: CLIENTS, seconds, next });
  await makeForgetting(app);
  await load(WARM_UP_SECONDS);
  const [kept, forgotten]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const keeps of round % 2 === 0 ? [true, false] : [false, true]) {
      await forget(app, !keeps);
      (keeps ? kept : forgotten).push((await load()).requestsPerSecond);
    }
  }
  await forget(app, false);
  const [withSums, without] = [median(kept), median(forgotten)];
  const row = (what: string, value: number, unit: string): Figure => ({ bench: "sums", what, value, unit });
  return [
    row(`save, ${CLIENTS} clients`, withSums, "req/s"),
    row("save without sums", without, "req/s"),
    { ...row("time of a save with sums, of one without", without / withSums, "x"), aim: AIM },
  ];
}

/** A trigger that lets no delta in, switched off. */
async function makeForgetting({ db }: BenchApp): Promise<void> {
  await db.$executeRaw`CREATE FUNCTION bench_forget() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'`;
  await db.$executeRaw`CREATE TRIGGER bench_forget BEFORE INSERT ON change_statistic_delta
                         FOR EACH ROW EXECUTE FUNCTION bench_forget()`;
  await forget({ db }, false);
}

async function forget({ db }: Pick<BenchApp, "db">, forgets: boolean): Promise<void> {
  await (forgets
    ? db.$executeRaw`ALTER TABLE change_statistic_delta ENABLE TRIGGER bench_forget`
    : db.$executeRaw`ALTER TABLE change_statistic_delta DISABLE TRIGGER bench_forget`);
}
