import { useTestDatabase } from "@alongside/db/testing/test-database";
import { describe, expect, it } from "vitest";
import { ATTEMPT_LIMITS, createAttemptLimit } from "./attempt-limit";

const database = useTestDatabase();
const { address: anyone, here, strangers } = ATTEMPT_LIMITS;

/** A limit whose clock the test moves. */
function limitAt(start = Date.parse("2026-06-15T10:00:00Z")) {
  const clock = { ms: start };
  const limit = createAttemptLimit(database.application, "a secret of the test", () => new Date(clock.ms));
  /** So many attempts, one after another. How many of them were let through. */
  const tries = async (times: number, email: string, address: string | null) => {
    let passed = 0;
    for (let i = 0; i < times; i += 1) if ((await limit.take({ email, address })) === null) passed += 1;
    return passed;
  };
  return { clock, limit, tries };
}

describe("createAttemptLimit", () => {
  it("stops one address after a few attempts, says how long, and lets it try again then", async () => {
    const { clock, limit, tries } = limitAt();
    expect(await tries(here.most + 3, "one@example.org", "203.0.113.1")).toBe(here.most);
    const wait = await limit.take({ email: "one@example.org", address: "203.0.113.1" });
    expect(wait).toBe(here.seconds);
    clock.ms += here.seconds * 1000;
    expect(await tries(1, "one@example.org", "203.0.113.1")).toBe(1);
  });

  it("counts however the address was typed, and lets other accounts be", async () => {
    const { tries } = limitAt();
    await tries(here.most, "two@example.org", "203.0.113.2");
    expect(await tries(1, " Two@Example.org ", "203.0.113.2")).toBe(0);
    expect(await tries(1, "three@example.org", "203.0.113.2")).toBe(1);
  });

  it("stops guessing at many accounts from one address, for a minute, and lets other addresses be", async () => {
    const { clock, limit, tries } = limitAt();
    const address = "203.0.113.20";
    let passed = 0;
    for (let i = 0; i < anyone.most + 4; i += 1) passed += await tries(1, `many-${i}@example.org`, address);
    expect(passed).toBe(anyone.most);
    expect(await limit.take({ email: "another@example.org", address })).toBe(anyone.seconds);
    expect(await tries(1, "another@example.org", "203.0.113.21")).toBe(1);
    clock.ms += anyone.seconds * 1000;
    expect(await tries(1, "another@example.org", address)).toBe(1);
  });

  it("gives back at the address exactly what right passwords took", async () => {
    const { limit, tries } = limitAt();
    const address = "203.0.113.22";
    await tries(1, "wrong@example.org", address);
    for (let i = 0; i < anyone.most * 2; i += 1) {
      const attempt = { email: `right-${i}@example.org`, address };
      expect(await limit.take(attempt)).toBeNull();
      await limit.succeeded(attempt);
    }
    let passed = 0;
    for (let i = 0; i < anyone.most; i += 1) passed += await tries(1, `guess-${i}@example.org`, address);
    expect(passed).toBe(anyone.most - 1);
  });

  it("owes nobody a guess when a right password is told after its minute", async () => {
    const { clock, limit, tries } = limitAt();
    const attempt = { email: "slow@example.org", address: "203.0.113.23" };
    await limit.take(attempt);
    clock.ms += anyone.seconds * 1000;
    await limit.succeeded(attempt);
    let passed = 0;
    for (let i = 0; i < anyone.most + 2; i += 1) passed += await tries(1, `late-${i}@example.org`, attempt.address);
    expect(passed).toBe(anyone.most);
  });

  it("counts attempts that arrive at the same moment one by one", async () => {
    const { limit } = limitAt();
    const attempt = { email: "four@example.org", address: "203.0.113.4" };
    const waits = await Promise.all(Array.from({ length: here.most * 2 }, () => limit.take(attempt)));
    expect(waits.filter((wait) => wait === null)).toHaveLength(here.most);
  });

  it("stops guessing from many addresses, yet not the person at an address of their own", async () => {
    const { limit, tries } = limitAt();
    const email = "five@example.org";
    await limit.succeeded({ email, address: "198.51.100.5" });
    let passed = 0;
    for (let i = 0; i < strangers.most + 5; i += 1) passed += await tries(1, email, `203.0.113.${i}`);
    expect(passed).toBe(strangers.most);
    expect(await tries(1, email, "198.51.100.5")).toBe(1);
  });

  it("lets a device on which the person signed in before in, however many strangers guess, even beside it", async () => {
    const { limit, tries } = limitAt();
    const own = { email: "nine@example.org", address: "203.0.113.90", device: "a device of the person" };
    await limit.succeeded(own);
    for (let i = 0; i < strangers.most + 5; i += 1) await tries(1, own.email, `192.0.2.${i}`);
    for (let i = 0; i < anyone.most + 5; i += 1) await tries(1, own.email, own.address);
    expect(await tries(1, own.email, own.address)).toBe(0);
    expect(await limit.take({ ...own, device: "another device" })).not.toBeNull();
    expect(await limit.take(own)).toBeNull();
    expect(await limit.take({ ...own, address: "192.0.2.200" })).toBeNull();
  });

  it("limits a known device too, knows it for no other account, and gives nothing back that it did not take", async () => {
    const { limit, tries } = limitAt();
    const own = { email: "ten@example.org", address: "203.0.113.91", device: "another device of the person" };
    await limit.succeeded(own);
    let passed = 0;
    for (let i = 0; i < here.most + 5; i += 1) if ((await limit.take(own)) === null) passed += 1;
    expect(passed).toBe(here.most);
    for (let i = 0; i < anyone.most; i += 1) await tries(1, `eleven-${i}@example.org`, own.address);
    await limit.succeeded(own);
    expect(await limit.take({ ...own, email: "twelve@example.org" })).not.toBeNull();
  });

  it("starts anew at an address once the password was right", async () => {
    const { limit, tries } = limitAt();
    const attempt = { email: "six@example.org", address: "203.0.113.6" };
    await tries(here.most, attempt.email, attempt.address);
    await limit.succeeded(attempt);
    expect(await tries(here.most, attempt.email, attempt.address)).toBe(here.most);
  });

  it("keeps a limit when the address cannot be told", async () => {
    const { clock, tries } = limitAt();
    expect(await tries(anyone.most + 1, "seven@example.org", null)).toBe(anyone.most);
    clock.ms += anyone.seconds * 1000;
    expect(await tries(anyone.most, "seven@example.org", null)).toBe(strangers.most - anyone.most);
  });

  it("writes down neither the account nor the address", async () => {
    const { limit } = limitAt();
    const attempt = { email: "eight@example.org", address: "203.0.113.8" };
    await limit.take(attempt);
    await limit.succeeded(attempt);
    const rows = await database.db.rateLimit.findMany({ select: { key: true } });
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter(({ key }) => key.includes("eight") || key.includes("203.0.113"))).toEqual([]);
  });
});
