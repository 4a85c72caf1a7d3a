import { makeProgramme } from "@alongside/db/testing/factories";
import { useTestDatabase } from "@alongside/db/testing/test-database";
import { equalShares } from "@alongside/domain/support/contact";
import { uuidv7 } from "uuidv7";
import { beforeEach, describe, expect, it } from "vitest";
import type { Context } from "../context";
import { enrolParticipant } from "../participant/enrol";
import { expectOk } from "../testing/laboratory-files";
import { reasonOf } from "../testing/reason-of";
import { signedIn } from "../testing/test-context";
import { addVolunteer } from "../volunteer/add";
import { endVolunteer } from "../volunteer/end";
import { listVolunteers } from "../volunteer/list";
import { recordWithdrawal } from "../withdrawal/record";
import { listContacts } from "./list";
import { logContact } from "./log";
import { takeBackContact } from "./take-back";

const database = useTestDatabase();
let programmeId: string;
let coordinator: Context;
let codes: readonly [string, string, string];
let volunteerId: string;
let siteIds: readonly [string, string];

beforeEach(async () => {
  const { programme, sites, cohorts } = await makeProgramme(database.db);
  programmeId = programme.id;
  siteIds = [sites[0].id, sites[1].id];
  const administrator = await signedIn(database.db, { programmeId, role: "administrator" });
  coordinator = await signedIn(database.db, { programmeId, role: "peer-coordinator", siteId: siteIds[0] });
  const enrol = async (siteId: string) => {
    const place = { programmeId, participantId: uuidv7(), siteId, cohortId: cohorts[0].id, enrolledOn: "2026-03-01" };
    return expectOk(await enrolParticipant(administrator, place)).code;
  };
  codes = [await enrol(siteIds[0]), await enrol(siteIds[0]), await enrol(siteIds[1])];
  volunteerId = uuidv7();
  const volunteer = { programmeId, volunteerId, siteId: siteIds[0], code: "V-07", startedOn: "2026-03-10" };
  expectOk(await addVolunteer(coordinator, volunteer));
});

const visit = (code: string, given: object = {}) => ({
  programmeId,
  people: [{ contactId: uuidv7(), code }],
  ...{ happenedOn: "2026-04-01", minutes: 40, mode: "face-to-face" as const, volunteerId, groupId: null },
  shares: equalShares(["emotional", "informational"]),
  ...given,
});
const log = (given: Parameters<typeof logContact>[1]) => logContact(coordinator, given);
const list = async (given: object = {}, context = coordinator) =>
  expectOk(await listContacts(context, { programmeId, ...given }));

describe("a contact in which support was given", () => {
  it("is logged once, however the code is typed and however often it is sent, and adds up to a dose", async () => {
    const asked = visit(codes[0].toLowerCase().replace("-", " "));
    expectOk(await log(asked));
    expectOk(await log(asked));
    expectOk(await log(visit(codes[0], { minutes: 20, mode: "phone", shares: equalShares(["appraisal"]) })));
    const { contacts, dose } = await list({ code: codes[0] });
    expect(contacts.map(({ minutes, volunteer, inGroup }) => [minutes, volunteer, inGroup])).toEqual([
      [20, "V-07", null],
      [40, "V-07", null],
    ]);
    expect(dose).toMatchObject({ contacts: 2, total: 60, byType: { emotional: 20, informational: 20, appraisal: 20 } });
    expect(await log({ ...asked, minutes: 41 })).toMatchObject({ failure: { code: "conflict" } });
    expect((await list({ code: codes[1] })).contacts).toEqual([]);
    expect(expectOk(await listVolunteers(coordinator, { programmeId }))).toMatchObject([
      { code: "V-07", people: 1, contacts: 2, minutes: 60 },
    ]);
  });

  it("of a group is one for everybody who came, and none where one of them cannot be found", async () => {
    const people = [codes[0], codes[1]].map((code) => ({ contactId: uuidv7(), code }));
    const group = visit(codes[0], { people, mode: "group", groupId: uuidv7(), happenedOn: "2026-06-10" });
    const wrong = [...people, { contactId: uuidv7(), code: codes[2] }, { contactId: uuidv7(), code: codes[1] }];
    expect(await log({ ...group, people: wrong })).toMatchObject({
      failure: {
        reason: "support-contact.people",
        issues: [
          { path: "people.2.code", rule: "support-contact.nobody" },
          { path: "people.3.code", rule: "support-contact.twice" },
        ],
      },
    });
    expect((await list()).contacts).toEqual([]);
    expectOk(await log(group));
    expect((await list()).contacts.map(({ inGroup }) => inGroup)).toEqual([2, 2]);
    for (const { code } of people) {
      const person = await database.db.participant.findFirstOrThrow({ where: { programmeId, code } });
      const where = { subjectId: person.participantId, action: "support-contact.log" };
      expect(await database.db.auditEvent.count({ where })).toBe(1);
    }
    const [volunteer] = expectOk(await listVolunteers(coordinator, { programmeId }));
    expect(volunteer).toMatchObject({ people: 2, contacts: 2, minutes: 80 });
  });

  it.each<[string, object, string]>([
    ["a day to come", { happenedOn: "2026-06-16" }, "rule:support-contact.in-future"],
    [
      "a day before the person was enrolled",
      { happenedOn: "2026-02-28", volunteerId: null },
      "invalid:support-contact.people",
    ],
    ["a day before the volunteer began", { happenedOn: "2026-03-09" }, "rule:support-contact.volunteer-away"],
    ["a volunteer nobody knows", { volunteerId: uuidv7() }, "not-found:volunteer.none"],
    [
      "shares that are not the whole time",
      { shares: { ...equalShares(["emotional"]), appraisal: 1 } },
      "invalid:input.invalid",
    ],
    [
      "two people who were not in a group",
      {
        people: [
          { contactId: uuidv7(), code: "A" },
          { contactId: uuidv7(), code: "B" },
        ],
      },
      "invalid:input.invalid",
    ],
    ["no time at all", { minutes: 0 }, "invalid:input.invalid"],
  ])("is refused with %s, and nothing is stored", async (_name, given, reason) => {
    expect(reasonOf(await log(visit(codes[0], given)))).toBe(reason);
    expect((await list()).contacts).toEqual([]);
  });

  it("is taken back and stays in the history; a volunteer who left is not there any more", async () => {
    const asked = visit(codes[0]);
    expectOk(await log(asked));
    const [contact] = (await list()).contacts;
    const { contactId, participantId } = contact ?? { contactId: "", participantId: "" };
    for (const _again of [1, 2])
      expectOk(await takeBackContact(coordinator, { programmeId, participantId, contactId }));
    expect((await list()).contacts).toEqual([]);
    expect(await database.db.supportContact.findFirst({ where: { participantId } })).toMatchObject({ current: false });
    expect(reasonOf(await endVolunteer(coordinator, { programmeId, volunteerId, leftOn: "2026-03-09" }))).toBe(
      "rule:volunteer.left-before-start",
    );
    expectOk(await endVolunteer(coordinator, { programmeId, volunteerId, leftOn: "2026-03-31" }));
    expect(reasonOf(await log(visit(codes[0])))).toBe("rule:support-contact.volunteer-away");
  });

  it("is not recorded of whoever has stepped back, after the day they named", async () => {
    const { participantId } = await database.db.participant.findFirstOrThrow({
      where: { programmeId, code: codes[0] },
    });
    const evaluator = await signedIn(database.db, { programmeId, role: "evaluator" });
    const wish = { programmeId, participantId, withdrawalId: uuidv7(), reason: "burden", level: "use" } as const;
    expectOk(await recordWithdrawal(evaluator, { ...wish, leavesOut: false, fromOn: "2026-04-10" }));
    expect(await log(visit(codes[0], { happenedOn: "2026-04-11" }))).toMatchObject({
      failure: { issues: [{ rule: "support-contact.stepped-back" }] },
    });
    expectOk(await log(visit(codes[0], { happenedOn: "2026-04-10" })));
  });

  it("of another site is out of sight", async () => {
    expect(reasonOf(await log(visit(codes[2])))).toBe("not-found:participant.none");
    const there = await signedIn(database.db, { programmeId, role: "peer-coordinator", siteId: siteIds[1] });
    expectOk(await log(visit(codes[0])));
    expect((await list({}, there)).contacts).toEqual([]);
    expect(expectOk(await listVolunteers(there, { programmeId }))).toEqual([]);
  });
});
