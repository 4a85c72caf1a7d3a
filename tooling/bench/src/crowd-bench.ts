import { Agent, request } from "node:http";
import type { BenchApp } from "./bench-app";
import { makeBenchProgramme } from "./bench-programme";
import { type Figure, quantile } from "./figure";
import type { Call } from "./http-load";
import { residentMegabytes } from "./process-usage";
import { SAVE_BENCH_INSTRUMENT, saves } from "./save-bench";

const CLIENTS = 200;
const SECONDS = 120;
/** Every so many clients, one looks at pages, and one saves forms; the others read. */
const PAGES_EVERY = 10;
const SAVES_EVERY = 10;
/** A person looks at what came before asking again. */
const THINKING_MS = 2_000;
/** Memory is compared from here on: until then caches fill. */
const SETTLED_SECONDS = 40;
const FLOOD_SECONDS = 10;
const FLOOD_CLIENTS = 50;

interface Answers {
  readonly statuses: Map<number, number>;
  readonly latencies: number[];
}

/**
 * Two hundred people, each with a session of their own, who read, look at pages and save for two minutes; then one who
 * asks as fast as possible, beyond the limit, while another goes on working.
 */
export async function crowdBench(app: BenchApp): Promise<readonly Figure[]> {
  const programme = await makeBenchProgramme(app.db, app.userId, "bench-crowd", [SAVE_BENCH_INSTRUMENT]);
  const nextSave = await saves(app, programme);
  const demo = await app.db.programme.findUniqueOrThrow({ where: { slug: "demo" }, select: { id: true } });
  const sessions: string[] = [];
  while (sessions.length < CLIENTS) sessions.push(await app.signIn());

  const reads = ["home.read", "change.read", "participant.list"].map((name): Call & { readonly get: true } => ({
    path: `/api/trpc/${name}?input=${encodeURIComponent(JSON.stringify({ json: { programmeId: demo.id } }))}`,
    ...{ body: "", get: true },
  }));
  const pages = ["/p/demo", "/p/demo/change", "/p/demo/participants"].map(
    (path) => ({ path, body: "", get: true }) as const,
  );
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const crowd: Answers = { statuses: new Map(), latencies: [] };
  const memory: { readonly second: number; readonly megabytes: number }[] = [];
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  const client = async (at: number) => {
    for (let turn = at; elapsed() < SECONDS; turn += 1) {
      const list = at % PAGES_EVERY === 0 ? pages : reads;
      const call = at % SAVES_EVERY === 1 ? nextSave() : list[turn % list.length];
      if (call !== undefined) await send(agent, app.address, sessions[at] ?? "", call, crowd);
      await pause(THINKING_MS);
    }
  };
  const watch = async () => {
    for (; elapsed() < SECONDS; await pause(1_000))
      memory.push({ second: elapsed(), megabytes: residentMegabytes(app.pid) });
  };
  await Promise.all([watch(), ...Array.from({ length: CLIENTS }, (_, at) => client(at))]);

  const flood: Answers = { statuses: new Map(), latencies: [] };
  const beside: Answers = { statuses: new Map(), latencies: [] };
  const until = performance.now() + FLOOD_SECONDS * 1000;
  const cheap = { path: "/api/trpc/session.read", body: "", get: true } as const;
  const ask = async (session: string, answers: Answers, wait: number) => {
    while (performance.now() < until) {
      await send(agent, app.address, session, cheap, answers);
      await pause(wait);
    }
  };
  await Promise.all([
    ...Array.from({ length: FLOOD_CLIENTS }, () => ask(sessions[0] ?? "", flood, 0)),
    ask(sessions[1] ?? "", beside, 100),
  ]);
  agent.destroy();

  for (const [status, times] of crowd.statuses)
    if (status !== 200) console.error(`    ${times} answers of status ${status}`);
  const settled = memory.filter(({ second }) => second > SETTLED_SECONDS).map(({ megabytes }) => megabytes);
  const third = Math.ceil(settled.length / 3);
  const most = (values: readonly number[]) => Math.max(...values);
  const growth = most(settled.slice(-third)) / most(settled.slice(0, third));
  const none = { comparison: "at-most", value: 0 } as const;
  return [
    { bench: "crowd", what: "signed-in clients at once", value: CLIENTS, unit: "" },
    { bench: "crowd", what: "requests answered", value: crowd.latencies.length, unit: "" },
    { bench: "crowd", what: "answers that were no success", value: others(crowd, [200]), unit: "", aim: none },
    { bench: "crowd", what: "time of an answer, p95", value: quantile(crowd.latencies, 0.95), unit: "ms" },
    ...[{ bench: "crowd", what: "memory of the server, most", value: most(settled), unit: "MB" }],
    {
      ...{ bench: "crowd", what: "memory, last third of the time compared with the first", value: growth, unit: "x" },
      aim: { comparison: "at-most", value: 1.2 },
    },
    { bench: "crowd", what: "one session as fast as it can: answered", value: flood.statuses.get(200) ?? 0, unit: "" },
    { bench: "crowd", what: "one session as fast as it can: 429", value: flood.statuses.get(429) ?? 0, unit: "" },
    {
      bench: "crowd",
      what: "one session as fast as it can: anything else",
      value: others(flood, [200, 429]),
      unit: "",
      aim: none,
    },
    {
      bench: "crowd",
      what: "another session meanwhile: not answered",
      value: others(beside, [200]),
      unit: "",
      aim: none,
    },
    { bench: "crowd", what: "another session meanwhile, p95", value: quantile(beside.latencies, 0.95), unit: "ms" },
  ];
}

function others({ statuses }: Answers, expected: readonly number[]): number {
  return [...statuses].reduce((sum, [status, times]) => sum + (expected.includes(status) ? 0 : times), 0);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** One request, its status and time noted; a connection that breaks counts as status 0. */
function send(
  agent: Agent,
  address: string,
  cookie: string,
  call: Call & { readonly get?: true },
  to: Answers,
): Promise<void> {
  const sentAt = performance.now();
  const body = Buffer.from(call.body);
  const method = call.get === true ? "GET" : "POST";
  const headers = {
    ...{ cookie, origin: address },
    ...(call.get === true ? {} : { "content-type": "application/json", "content-length": body.length }),
  };
  return new Promise((resolve) => {
    const note = (status: number) => {
      to.statuses.set(status, (to.statuses.get(status) ?? 0) + 1);
      to.latencies.push(performance.now() - sentAt);
      resolve();
    };
    const sent = request(new URL(call.path, address), { method, agent, headers }, (answer) => {
      answer.on("error", () => note(0));
      answer.on("end", () => note(answer.statusCode ?? 0));
      answer.resume();
    });
    sent.on("error", (error) => {
      console.error(`    ${call.path}: ${error.message}`);
      note(0);
    });
    sent.end(call.get === true ? undefined : body);
  });
}
