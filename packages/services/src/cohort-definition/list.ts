import type { Characteristic } from "@alongside/domain/characteristics/characteristics";
import { type CohortCriteria, cohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import type { LocalText } from "@alongside/domain/instruments/local-text";
import { z } from "zod";
import { authorise, coversSite } from "../access/authorise";
import { describeMeasures } from "../change/describe-measures";
import type { Context } from "../context";
import { currentIdentity } from "../identity-settings/settings";
import { parseInput } from "../parse-input";

export const listDefinitionsInput = z.object({ programmeId: z.uuid() });

/** A cohort as it is defined now. */
export interface DefinedCohort {
  readonly definitionId: string;
  readonly name: string;
  readonly archived: boolean;
  /** Version of the criteria, from 1. */
  readonly number: number;
  readonly criteria: CohortCriteria;
  readonly contentHash: string;
  readonly savedAt: Date;
  /** Null for somebody whose account is gone. */
  readonly savedBy: string | null;
}

/** What criteria may name. */
export interface CriteriaChoices {
  readonly arms: readonly { readonly id: string; readonly name: string }[];
  readonly sites: readonly { readonly id: string; readonly name: string }[];
  /** By their codes; none where the sites in reach have none. */
  readonly volunteers: readonly { readonly id: string; readonly name: string }[];
  /** Whether any contact was ever logged: without one everybody would have had no support. */
  readonly logsSupport: boolean;
  /** What the programme records about who people are. */
  readonly recorded: readonly Characteristic[];
  readonly measures: readonly {
    readonly measure: string;
    readonly label: LocalText;
    readonly abbreviation: string;
    readonly unit: string;
    readonly range: { readonly minimum: number; readonly maximum: number } | null;
  }[];
}

export interface Definitions {
  readonly definitions: readonly DefinedCohort[];
  readonly choices: CriteriaChoices;
}

/** Every cohort of the programme that somebody defined, by name, archived ones last, and what criteria may name. */
export async function listDefinitions(
  context: Context,
  input: z.input<typeof listDefinitionsInput>,
): Promise<Result<Definitions>> {
  const parsed = parseInput(listDefinitionsInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId } = parsed.value;
  const scope = authorise(context, "cohort-definition.read", programmeId);
  if (!scope.ok) return scope;
  const { db } = scope.value;
  const programme = await db.programme.findUnique({
    where: { id: programmeId },
    select: {
      sites: { select: { id: true, name: true }, orderBy: { name: "asc" } },
      cohorts: { select: { id: true, name: true }, orderBy: [{ position: "asc" }, { name: "asc" }] },
      instrumentUses: {
        where: { active: true },
        select: { instrument: true, askedOf: true },
        orderBy: [{ position: "asc" }, { instrument: "asc" }],
      },
      measures: { orderBy: { code: "asc" } },
    },
  });
  if (programme === null) return fail("not-found", "programme.none");
  const found = await db.cohortDefinition.findMany({
    where: { programmeId },
    include: { versions: { orderBy: { number: "desc" }, take: 1 } },
    orderBy: [{ archived: "asc" }, { name: "asc" }],
  });
  const savers = await db.user.findMany({
    where: { id: { in: found.flatMap(({ versions }) => versions.map(({ savedById }) => savedById)) } },
    select: { id: true, name: true },
  });
  const [{ characteristics: recorded }, volunteers, logged] = await Promise.all([
    currentIdentity(db, programmeId),
    db.volunteer.findMany({ where: { programmeId }, select: { id: true, code: true }, orderBy: { code: "asc" } }),
    db.supportContact.findFirst({ where: { programmeId, current: true }, select: { id: true } }),
  ]);
  const definitions = found.flatMap(({ id, name, archived, versions }) =>
    versions.map(({ number, criteria, contentHash, savedAt, savedById }) => ({
      ...{ definitionId: id, name, archived, number, contentHash, savedAt },
      criteria: cohortCriteria.parse(criteria),
      savedBy: savers.find((saver) => saver.id === savedById)?.name ?? null,
    })),
  );
  const measures = describeMeasures(programme.instrumentUses, programme.measures, new Set());
  return ok({
    definitions,
    choices: {
      arms: programme.cohorts,
      recorded,
      volunteers: volunteers.map(({ id, code }) => ({ id, name: code })),
      logsSupport: logged !== null,
      sites: programme.sites.filter(({ id }) => coversSite(scope.value, id)),
      measures: measures
        .filter(({ description }) => description.yesOrNo !== true)
        .map(({ description, source }) => ({
          ...{ measure: description.measure, label: description.label, range: description.range },
          ...{ abbreviation: source.abbreviation, unit: source.unit },
        })),
    },
  });
}
