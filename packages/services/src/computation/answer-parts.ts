import type { MessagePort } from "node:worker_threads";
import type { PartMessage, ThreadMessage } from "./task";

/** What a thread needs of any task: what it takes and gives is known to the task itself only. */
interface Runs {
  run(part: never, report: (steps: number) => void): unknown;
}

/** What a thread does all its life: takes a part, tells how far it is, sends the piece. */
export function answerParts(port: MessagePort, tasks: Readonly<Record<string, Runs>>): void {
  const send = (message: ThreadMessage) => port.postMessage(message);
  port.on("message", ({ kind, part }: PartMessage) => {
    try {
      const task = tasks[kind];
      if (task === undefined) throw new RangeError(`No such computation: ${kind}`);
      send({ type: "piece", piece: task.run(part as never, (steps) => send({ type: "steps", steps })) });
    } catch (error) {
      send({ type: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  });
}
