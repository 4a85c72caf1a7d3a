import { expect, test } from "vitest";
import { useTestDatabase } from "../testing/test-database";
import { tryServer } from "./try-server";

const database = useTestDatabase();

function changed(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.toString();
}

test("a server that knows us will do, also before the database is made", async () => {
  expect(await tryServer(database.url, 10_000)).toBeNull();
  const unmade = changed((url) => {
    url.pathname = "/not_made_yet";
  });
  expect(await tryServer(unmade, 10_000)).toBeNull();
});

test("a wrong password is told as such", async () => {
  const wrong = changed((url) => {
    url.password = "wrong";
  });
  expect(await tryServer(wrong, 10_000)).toMatch(/password authentication failed/);
});
