import { type PersonOfOutcome, peopleOfOutcome } from "@alongside/analysis/change-detail/people-of-outcome";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import {
  PEOPLE_KINDS,
  PEOPLE_ORDERS,
  type PeopleKind,
  type PeopleOrder,
} from "@alongside/domain/outcomes/outcome-people";
import { z } from "zod";
import { authorise } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { loadOutcomeRequest } from "./load-request";
import { outcomeInput } from "./outcome-input";

export const listOutcomePeopleInput = z.object({
  ...outcomeInput.shape,
  order: z.enum(PEOPLE_ORDERS).default("worst"),
  kind: z.enum(PEOPLE_KINDS).default("all"),
  /** From 1. */
  page: z.int().min(1).max(10_000).default(1),
});

/** One person, with the code under which their record is. */
export interface ListedPerson extends Omit<PersonOfOutcome, "row" | "siteId"> {
  readonly participantId: string;
  readonly code: string;
  readonly site: string;
}

export interface OutcomePeople {
  readonly people: readonly ListedPerson[];
  /** Of how many, by kind; "all" is everybody of the cohort. */
  readonly counts: Readonly<Record<PeopleKind, number>>;
  readonly page: number;
  readonly pages: number;
}

const PAGE_SIZE = 100;

/**
 * Whose scores the page of an outcome rests on, for those who may see these people and their scores. A list of codes leaves a
 * trace.
 * @returns what the page itself refuses; `outcome.people-frozen` of a snapshot, which does not keep whose rows are whose
 */
export async function listOutcomePeople(
  context: Context,
  input: z.input<typeof listOutcomePeopleInput>,
): Promise<Result<OutcomePeople>> {
  const parsed = parseInput(listOutcomePeopleInput, input);
  if (!parsed.ok) return parsed;
  const { order, kind, page, ...outcome } = parsed.value;
  const scope = authorise(context, "outcome.list-people", outcome.programmeId);
  if (!scope.ok) return scope;
  const reading = authorise(context, "outcome.read", outcome.programmeId);
  if (!reading.ok) return reading;
  if (outcome.snapshotId !== undefined) return fail("rule", "outcome.people-frozen");
  const loaded = await loadOutcomeRequest(context, reading.value, outcome);
  if (!loaded.ok) return loaded;
  const { request, rowOf, programme } = loaded.value;
  const idOf = new Map([...rowOf].map(([participantId, row]) => [row, participantId]));
  const found = peopleOfOutcome(request);
  const rows = await scope.value.db.participant.findMany({
    where: { participantId: { in: found.flatMap(({ row }) => idOf.get(row) ?? []) } },
    select: { participantId: true, code: true },
  });
  const codeOf = new Map(rows.map(({ participantId, code }) => [participantId, code]));
  const people = found.flatMap(({ row, siteId, ...person }): ListedPerson[] => {
    const participantId = idOf.get(row);
    const code = participantId === undefined ? undefined : codeOf.get(participantId);
    if (participantId === undefined || code === undefined) return [];
    return [{ ...person, participantId, code, site: programme.sites.find(({ id }) => id === siteId)?.name ?? "" }];
  });
  const chosen = people.filter((person) => isOf(kind, person));
  const lowerIsBetter = request.description.improvement === "decrease";
  const shown = chosen.toSorted((a, b) => compare(order, lowerIsBetter, a, b));
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_SIZE));
  const own = Math.min(page, pages);
  await writeAuditEvent(scope.value.db, context, scope.value, scope.value.actorId, {
    ...{ measure: outcome.measure, timepointId: outcome.timepointId, cohortId: outcome.cohortId },
    rows: shown.length,
  });
  return ok({
    people: shown.slice((own - 1) * PAGE_SIZE, own * PAGE_SIZE),
    counts: countsOf(people),
    ...{ page: own, pages },
  });
}

function isOf(kind: PeopleKind, { category }: ListedPerson): boolean {
  return kind === "all" || (category ?? "not-known") === kind;
}

function countsOf(people: readonly ListedPerson[]): OutcomePeople["counts"] {
  const of = (kind: PeopleKind) => people.filter((person) => isOf(kind, person)).length;
  return {
    all: people.length,
    recovered: of("recovered"),
    "reliably-improved": of("reliably-improved"),
    unchanged: of("unchanged"),
    "reliably-deteriorated": of("reliably-deteriorated"),
    "not-known": of("not-known"),
  };
}

/** Whoever has no such figure comes last, in whichever order; people alike stand by code. */
function compare(order: PeopleOrder, lowerIsBetter: boolean, a: ListedPerson, b: ListedPerson): number {
  const byCode = a.code < b.code ? -1 : 1;
  if (order === "code") return byCode;
  const figure = (person: ListedPerson) => (order === "before" || order === "after" ? person[order] : person.change);
  const [one, other] = [figure(a), figure(b)];
  if (one === null || other === null) return one === other ? byCode : one === null ? 1 : -1;
  const worstFirst = order === "worst" ? lowerIsBetter : order === "best" ? !lowerIsBetter : false;
  const difference = worstFirst ? other - one : one - other;
  return difference === 0 ? byCode : difference;
}
