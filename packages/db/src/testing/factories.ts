import { randomUUID } from "node:crypto";
import type { Role } from "@alongside/domain/access/role";
import type { Tx } from "../client";

let counter = 0;
/** Distinct within a test file, and in the order of creation. */
const next = () => ++counter;

/** A programme with two sites, two cohorts (peer support and comparison) and three timepoints (day 0, 90, 180). */
export async function makeProgramme(
  tx: Tx,
  options: { readonly slug?: string; readonly suppressionThreshold?: number } = {},
) {
  const n = next();
  const programme = await tx.programme.create({
    data: {
      slug: options.slug ?? `programme-${n}-${randomUUID().slice(0, 8)}`,
      name: `Programme ${n}`,
      suppressionThreshold: options.suppressionThreshold ?? 5,
    },
  });
  const programmeId = programme.id;
  const site = (name: string) => tx.site.create({ data: { programmeId, name } });
  const cohort = (name: string, kind: "peer-support" | "comparison", position: number) =>
    tx.cohort.create({ data: { programmeId, name, kind, position } });
  const timepoint = (code: string, kind: "baseline" | "end" | "follow-up", position: number, targetDay: number) =>
    tx.timepoint.create({
      data: { programmeId, code, label: code, kind, position, targetDay, daysBefore: 14, daysAfter: 30 },
    });
  const sites = [await site("North"), await site("South")] as const;
  const cohorts = [
    await cohort("Peer support", "peer-support", 0),
    await cohort("Comparison", "comparison", 1),
  ] as const;
  const timepoints = [
    await timepoint("baseline", "baseline", 0, 0),
    await timepoint("end", "end", 1, 90),
    await timepoint("follow-up", "follow-up", 2, 180),
  ] as const;
  return { programme, sites, cohorts, timepoints };
}

/** A person who signs in, with one role; at one site, or at all of them when no site is given. */
export async function makePerson(
  tx: Tx,
  at: { readonly programmeId: string; readonly role: Role; readonly siteId?: string },
) {
  const n = next();
  const user = await tx.user.create({
    data: { name: `Person ${n}`, email: `person-${n}-${randomUUID().slice(0, 8)}@example.org`, emailVerified: true },
  });
  const membership = await tx.membership.create({
    data: { userId: user.id, programmeId: at.programmeId, role: at.role, siteId: at.siteId ?? null },
  });
  return { user, membership };
}

/** Someone enrolled, with a code of the test's making (its check characters are not computed) and its claim. */
export async function makeParticipant(
  tx: Tx,
  at: {
    readonly programmeId: string;
    readonly siteId: string;
    readonly cohortId: string;
    readonly code?: string;
    readonly enrolledOn?: Date;
  },
) {
  const { programmeId, siteId, cohortId } = at;
  const code = at.code ?? `T${String(next()).padStart(7, "0")}`;
  const participant = await tx.participant.create({ data: { programmeId, siteId, cohortId, code } });
  const { participantId } = participant;
  await tx.participantCode.create({ data: { claim: `${programmeId}:${code}`, participantId } });
  const enrolment = await tx.enrolment.create({
    data: { participantId, programmeId, status: "active", enrolledOn: at.enrolledOn ?? new Date("2026-01-05") },
  });
  return { participant, enrolment };
}
