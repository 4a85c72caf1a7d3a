import { expect, it } from "vitest";
import { unlockHeld } from "./unlock-held";

/** A server that was not reached when the page was covered, and opens what is locked with one PIN only. */
function server(reached: boolean) {
  let locked = false;
  const told: string[] = [];
  const answer = (name: string) => {
    told.push(name);
    if (!reached) throw new Error("offline");
  };
  const session = {
    lock: {
      mutate: async () => {
        answer("lock");
        locked = true;
      },
    },
    unlock: {
      mutate: async ({ secret }: { readonly secret: string }) => {
        answer("unlock");
        if (locked && secret !== "2846") throw new Error("wrong");
        locked = false;
      },
    },
  };
  return { session, told };
}

it("does not open with any word what could not be locked without a connection", async () => {
  const { session, told } = server(true);
  await expect(unlockHeld(session, "0000")).rejects.toThrow("wrong");
  await expect(unlockHeld(session, "2846")).resolves.toBeUndefined();
  expect(told).toEqual(["lock", "unlock", "lock", "unlock"]);
});

it("opens nothing while there is no connection, and sends no PIN", async () => {
  const { session, told } = server(false);
  await expect(unlockHeld(session, "2846")).rejects.toThrow("offline");
  expect(told).toEqual(["lock"]);
});
