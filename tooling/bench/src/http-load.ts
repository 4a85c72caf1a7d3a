import { Agent, request } from "node:http";
import { quantile } from "./figure";
import { processorSeconds } from "./process-usage";

export interface Call {
  readonly path: string;
  readonly body: string;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Processor time of the server for one request, in milliseconds. */
  readonly processor: number;
}

export interface Load {
  /** Where the server is, e.g. http://localhost:3400. */
  readonly address: string;
  /** Process of the server. */
  readonly pid: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Clients that each send the next request when the last one is answered. */
  readonly clients: number;
  readonly seconds: number;
  /** The next request; never the same twice. */
  readonly next: () => Call;
}

/** Loads a server for a while over kept-open connections. Throws when any answer is not a 200. */
export async function runLoad(load: Load): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.clients });
  const latencies: number[] = [];
  const usedBefore = processorSeconds(load.pid);
  const began = performance.now();
  const until = began + load.seconds * 1000;
  const client = async () => {
    while (performance.now() < until) {
      const sent = performance.now();
      await post(agent, load, load.next());
      latencies.push(performance.now() - sent);
    }
  };
  try {
    await Promise.all(Array.from({ length: load.clients }, client));
  } finally {
    agent.destroy();
  }
  const seconds = (performance.now() - began) / 1000;
  return {
    requestsPerSecond: latencies.length / seconds,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
    p99: quantile(latencies, 0.99),
    processor: (1000 * (processorSeconds(load.pid) - usedBefore)) / latencies.length,
  };
}

/** One POST of JSON; its answer as text. Throws unless it is a 200. */
export function post(agent: Agent, to: Pick<Load, "address" | "headers">, call: Call): Promise<string> {
  const body = Buffer.from(call.body);
  const headers = { ...to.headers, "content-type": "application/json", "content-length": body.length };
  return new Promise((resolve, reject) => {
    const sent = request(new URL(call.path, to.address), { method: "POST", agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        if (answer.statusCode === 200) resolve(text);
        else reject(new Error(`${call.path} answered ${answer.statusCode}: ${text.slice(0, 500)}`));
      });
    });
    sent.on("error", reject);
    sent.end(body);
  });
}
