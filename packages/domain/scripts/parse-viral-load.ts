/// <reference types="node" />
import { parsedLine } from "../src/viral-load/parsed-line";

/** One string a line from standard input, one JSON object a line to standard output. Memory stays flat at any length. */
const PIECE = 1 << 16;

let rest = "";
let out = "";

async function flush(): Promise<void> {
  const piece = out;
  out = "";
  if (piece !== "" && !process.stdout.write(piece)) {
    await new Promise<void>((resolve) => process.stdout.once("drain", () => resolve()));
  }
}

function take(line: string): void {
  out += `${JSON.stringify(parsedLine(line.endsWith("\r") ? line.slice(0, -1) : line))}\n`;
}

// Whoever reads the output may stop before its end.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});
process.stdin.setEncoding("utf8");
for await (const chunk of process.stdin) {
  const lines = (rest + String(chunk)).split("\n");
  rest = lines.pop() ?? "";
  for (const line of lines) {
    take(line);
    if (out.length > PIECE) await flush();
  }
}
// A last line without its end; an empty one is the end of the file, not a line.
if (rest !== "") take(rest);
await flush();
