import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { enrolAt, makeLaboratory } from "../testing/laboratory";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { readContactConsent } from "./read";
import { recordContactConsent } from "./record";

const database = useTestDatabase();

it("keeps every answer, and the newest holds", async () => {
  const lab = await makeLaboratory(database.db);
  const { programmeId } = lab;
  const { participantId } = await enrolAt(lab);
  const person = { programmeId, participantId };
  const nobody = { ok: true, value: { current: null, earlier: [] } };
  expect(await readContactConsent(lab.nurse, person)).toEqual(nobody);
  const yes = { ...person, consentId: uuidv7(), mayContact: true };
  for (const _ of [1, 2]) expect(reasonOf(await recordContactConsent(lab.nurse, yes))).toBe("ok");
  const other = { ...yes, mayContact: false };
  expect(reasonOf(await recordContactConsent(lab.nurse, other))).toBe("conflict:contact-consent.other");
  const no = { ...person, consentId: uuidv7(), mayContact: false };
  expect(reasonOf(await recordContactConsent(lab.colleague, no))).toBe("ok");
  // The first request comes once more, late: it must not bring the old answer back.
  expect(reasonOf(await recordContactConsent(lab.nurse, yes))).toBe("ok");
  const history = await readContactConsent(lab.administrator, person);
  expect(history).toMatchObject({
    value: {
      current: { consentId: no.consentId, mayContact: false, recordedBy: lab.colleague.actor?.name },
      earlier: [{ consentId: yes.consentId, mayContact: true, recordedBy: lab.nurse.actor?.name }],
    },
  });
  const traces = await database.db.auditEvent.findMany({
    where: { programmeId, subjectId: participantId, action: { startsWith: "contact-consent" } },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  expect(traces.map(({ action }) => action).toSorted()).toEqual([
    ...["contact-consent.read", "contact-consent.read", "contact-consent.record", "contact-consent.record"],
  ]);
});

it("is read and written at the person's site only", async () => {
  const lab = await makeLaboratory(database.db);
  const { programmeId } = lab;
  const { participantId } = await enrolAt(lab, 1);
  const person = { programmeId, participantId };
  const [north] = lab.plan.sites;
  const elsewhere = await signedIn(database.db, { programmeId, role: "clinic-staff", siteId: north.id });
  expect(reasonOf(await readContactConsent(elsewhere, person))).toBe("not-found:participant.none");
  const yes = { ...person, consentId: uuidv7(), mayContact: true };
  expect(reasonOf(await recordContactConsent(elsewhere, yes))).toBe("not-found:participant.none");
  const coordinator = await signedIn(database.db, { programmeId, role: "peer-coordinator" });
  expect(reasonOf(await readContactConsent(coordinator, person))).toBe("forbidden:access.denied");
  expect(reasonOf(await recordContactConsent(coordinator, yes))).toBe("forbidden:access.denied");
});
