import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, coversSite } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";

export const readProgrammeInput = z.object({ programmeId: z.uuid() });

/** A programme's plan: sites in the person's reach, cohorts, timepoints, instruments in use and imported measures. */
export async function readProgramme(context: Context, input: z.input<typeof readProgrammeInput>) {
  const parsed = parseInput(readProgrammeInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "programme.read", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const programme = await scope.value.db.programme.findUnique({
    where: { id: scope.value.programmeId },
    select: {
      id: true,
      slug: true,
      name: true,
      dataLabel: true,
      suppressionThreshold: true,
      timeZone: true,
      sites: { select: { id: true, name: true, active: true, leadUserId: true }, orderBy: { name: "asc" } },
      cohorts: {
        select: { id: true, name: true, kind: true, description: true, position: true, active: true },
        orderBy: [{ position: "asc" }, { name: "asc" }],
      },
      timepoints: {
        select: {
          id: true,
          code: true,
          label: true,
          kind: true,
          position: true,
          targetDay: true,
          daysBefore: true,
          daysAfter: true,
          active: true,
        },
        orderBy: [{ position: "asc" }, { code: "asc" }],
      },
      instrumentUses: {
        select: {
          id: true,
          instrument: true,
          edition: true,
          active: true,
          position: true,
          timepointCodes: true,
          askedOf: true,
          responsePath: true,
        },
        orderBy: [{ position: "asc" }, { instrument: "asc" }],
      },
      measures: { orderBy: { code: "asc" } },
    },
  });
  if (programme === null) return fail("not-found", "programme.none");
  return ok({ ...programme, sites: programme.sites.filter((site) => coversSite(scope.value, site.id)) });
}

type Loaded<T> = T extends Result<infer V> ? V : never;
export type ProgrammeView = Loaded<Awaited<ReturnType<typeof readProgramme>>>;
