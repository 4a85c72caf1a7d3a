import { ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { fromDay } from "../calendar-date";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const listVolunteersInput = z.object({ programmeId: z.uuid() });

export interface ListedVolunteer {
  readonly volunteerId: string;
  readonly code: string;
  readonly site: string;
  readonly startedOn: string;
  /** Null while they are there. */
  readonly leftOn: string | null;
  /** Different people in contacts of the last 90 days. */
  readonly people: number;
  /** Contacts of the last 90 days, and their minutes. */
  readonly contacts: number;
  readonly minutes: number;
}

const RECENT_DAYS = 90;

/** The volunteers of the sites in reach, those who left last. */
export async function listVolunteers(
  context: Context,
  input: z.input<typeof listVolunteersInput>,
): Promise<Result<readonly ListedVolunteer[]>> {
  const parsed = parseInput(listVolunteersInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId } = parsed.value;
  const scope = authorise(context, "volunteer.list", programmeId);
  if (!scope.ok) return scope;
  const { db, siteIds } = scope.value;
  const since = new Date(context.now().getTime() - RECENT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const [volunteers, given] = await Promise.all([
    db.volunteer.findMany({
      where: { programmeId, ...(siteIds === "all" ? {} : { siteId: { in: [...siteIds] } }) },
      include: { site: { select: { name: true } } },
      orderBy: [{ leftOn: { sort: "asc", nulls: "first" } }, { code: "asc" }],
    }),
    db.$queryRaw<{ volunteerId: string; people: number; contacts: number; minutes: number }[]>`
      SELECT volunteer_id::text AS "volunteerId", count(DISTINCT participant_id)::float8 AS people,
             count(*)::float8 AS contacts, sum(minutes)::float8 AS minutes
        FROM support_contact
       WHERE programme_id = ${programmeId}::uuid AND current AND volunteer_id IS NOT NULL
         AND happened_on >= ${since}::date
       GROUP BY volunteer_id`,
  ]);
  const none = { people: 0, contacts: 0, minutes: 0 };
  return ok(
    volunteers.map(({ id, code, site, startedOn, leftOn }) => {
      const { people, contacts, minutes } = given.find(({ volunteerId }) => volunteerId === id) ?? none;
      return {
        ...{ volunteerId: id, code, site: site.name, startedOn: fromDay(startedOn), leftOn: leftOn && fromDay(leftOn) },
        ...{ people, contacts, minutes },
      };
    }),
  );
}
