import type { Attempt, CrashWrite } from "@alongside/services/testing/crash-clients";

/** Longer than any answer takes on a busy machine; a request that a killed server had in hand ends much sooner. */
const PATIENCE_MS = 20_000;
/** Answers after which the application's own client sends the same again. */
const TRY_AGAIN: readonly number[] = [408, 429, 500, 502, 503, 504];

/** Sends a write as the application's client does, and reads what came of it. Never throws. */
export async function sendWrite(address: string, cookie: string, write: CrashWrite): Promise<Attempt> {
  const procedure = write.kind === "assessment" ? "assessment.save" : "labResult.saveGrid";
  let status: number;
  let text: string;
  try {
    const answer = await fetch(new URL(`/api/trpc/${procedure}`, address), {
      method: "POST",
      headers: { cookie, origin: address, "content-type": "application/json" },
      body: JSON.stringify({ json: write.input }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    status = answer.status;
    text = await answer.text();
  } catch {
    return { kind: "again" };
  }
  if (status !== 200) {
    return TRY_AGAIN.includes(status) ? { kind: "again" } : { kind: "refused", why: `${status} ${text.slice(0, 300)}` };
  }
  // Every row of a stack is told apart: one that was not stored is not acknowledged.
  const odd = write.kind === "results" && !write.input.rows.every((row) => isStored(text, row.resultId));
  return odd ? { kind: "refused", why: text.slice(0, 300) } : { kind: "acknowledged" };
}

function isStored(answer: string, resultId: string): boolean {
  return new RegExp(`"resultId":"${resultId}","outcome":"(saved|same)"`).test(answer);
}
