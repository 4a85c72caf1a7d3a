import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { readChange } from "../change/read";
import type { Context } from "../context";
import { askErasure } from "../erasure/ask";
import { confirmErasure } from "../erasure/confirm";
import { makeCollecting, newForm } from "../testing/collecting";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { countWithdrawals } from "./count";
import { recordWithdrawal } from "./record";

const database = useTestDatabase();

async function steppedBack(context: Context, programmeId: string) {
  const counted = await countWithdrawals(context, { programmeId });
  if (!counted.ok) throw new Error(reasonOf(counted));
  const { groups, method } = counted.value;
  return { method, ...Object.fromEntries(groups.map(({ group, people }) => [group, people])) };
}

it("counts whoever stepped back in the flow, by how far, exactly for who may list them and else rounded or not at all", async () => {
  const collecting = await makeCollecting(database.db);
  const { programmeId, evaluator, plan } = collecting;
  const people: string[] = [];
  for (let n = 0; n < 30; n += 1) people.push((await newForm(collecting)).participantId);
  const step = async (at: number, level: "contact" | "use", leavesOut = false) =>
    recordWithdrawal(evaluator, {
      ...{ programmeId, participantId: people[at] ?? "", withdrawalId: uuidv7(), reason: "burden" },
      ...(level === "use" ? { level, fromOn: "2026-04-10", leavesOut } : { level }),
    });
  for (let at = 0; at < 9; at += 1) expect(reasonOf(await step(at, "contact"))).toBe("ok");
  for (let at = 9; at < 13; at += 1) expect(reasonOf(await step(at, "use"))).toBe("ok");
  for (let at = 13; at < 16; at += 1) expect(reasonOf(await step(at, "use", true))).toBe("ok");
  const count = (n: number) => ({ kind: "exact", n });
  expect(await steppedBack(evaluator, programmeId)).toMatchObject({
    ...{ method: "exact", contact: count(9), collection: count(4), "left-out": count(3), erased: count(0) },
  });
  // Who is left out is in no other number; who only wants no calls, or gives nothing more, still is.
  const read = await readChange(evaluator, { programmeId });
  const enrolled = read.ok ? read.value.table.domains[0]?.measures[0]?.cohorts[0]?.enrolled : null;
  expect(enrolled).toEqual(count(27));

  const researcher = await signedIn(database.db, { programmeId, role: "researcher" });
  expect(await steppedBack(researcher, programmeId)).toMatchObject({
    ...{ method: "round-to-5", contact: { kind: "rounded", n: 10 } },
    ...{ collection: { kind: "hidden", below: 8 }, "left-out": { kind: "hidden", below: 8 } },
    erased: { kind: "rounded", n: 0 },
  });

  // Coming back takes somebody out of the count; what is left of an erased person has no site.
  const back = { programmeId, participantId: people[0] ?? "", withdrawalId: uuidv7(), reason: "other" } as const;
  expect(reasonOf(await recordWithdrawal(evaluator, { ...back, level: "none" }))).toBe("ok");
  expect(await steppedBack(evaluator, programmeId)).toMatchObject({ contact: count(8) });
  const gone = { programmeId, participantId: people[20] ?? "" };
  expect(reasonOf(await askErasure(evaluator, { ...gone, withdrawalId: uuidv7(), reason: "privacy" }))).toBe("ok");
  expect(await steppedBack(evaluator, programmeId)).toMatchObject({ "left-out": count(4), erased: count(0) });
  const { code } = await database.db.participant.findUniqueOrThrow({ where: { participantId: gone.participantId } });
  const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  expect(reasonOf(await confirmErasure(administrator, { ...gone, code }))).toBe("ok");
  expect(await steppedBack(evaluator, programmeId)).toMatchObject({ "left-out": count(3), erased: count(1) });
  const reach = { programmeId, role: "evaluator", siteId: plan.sites[1].id } as const;
  const elsewhere = await steppedBack(await signedIn(database.db, reach), programmeId);
  expect(elsewhere).toMatchObject({ contact: count(0), "left-out": count(0) });
  expect(elsewhere).not.toHaveProperty("erased");
});
