import { createServer } from "node:net";
import { expect, test } from "vitest";
import { BootError, explanationText } from "./boot-failure";
import { tryDatabaseServer } from "./open-database";

test("a server that does not answer is named with host and port, and without the password", async () => {
  const silent = createServer((socket) => socket.on("error", () => {}));
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  const address = silent.address();
  const place = `127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  const trying = tryDatabaseServer(`postgresql://user:hidden@${place}/alongside`, 1_000);
  const error: unknown = await trying.catch((reason: unknown) => reason);
  silent.close();
  expect(error).toBeInstanceOf(BootError);
  if (!(error instanceof BootError)) return;
  expect(explanationText(error.failure)).toContain(`at ${place} could not be used: it did not answer within`);
  expect(explanationText(error.failure)).not.toContain("hidden");
});
