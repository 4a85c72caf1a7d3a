import { pipelinedTransaction } from "@alongside/db/pipeline/pipelined-transaction";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import type { LabKind } from "@alongside/domain/laboratory/kinds";
import { type TimepointWindow, timepointWindow } from "@alongside/domain/schedule/timepoint-window";
import { z } from "zod";
import { authorise, coversSite } from "../access/authorise";
import { auditInsert } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { codeProblem } from "../participant/code-problem";
import { type LabProgramme, labProgramme } from "./lab-programme";
import { type LabPerson, readPeople } from "./read-people";
import { type ResultView, resultView } from "./stored-result";

export const readRecentInput = z.object({ programmeId: z.uuid(), code: z.string().trim().min(1).max(40) });

/** A timepoint of the programme for one person, and whether today lies in its window. */
export interface PersonWindow extends TimepointWindow {
  readonly code: string;
  readonly label: string;
  readonly open: boolean;
}

/** What is shown beside a row while it is typed: nothing that says who it is. */
export interface RecentResults {
  readonly participantId: string;
  readonly code: string;
  readonly enrolledOn: string;
  readonly endedOn: string | null;
  readonly treatmentStartedOn: string | null;
  /** The last two of every kind, the newest first. */
  readonly results: Readonly<Record<LabKind, readonly ResultView[]>>;
  /** The window that is open today, else the next to open; null when there is none left. */
  readonly window: PersonWindow | null;
}

const SHOWN = 2;

/**
 * The person with this code, however it was typed, with their last results and the current window. Reading it is written
 * to the audit trail.
 * @returns `invalid` naming the character that looks wrong; `not-found` for a sound code that nobody in the scope has
 */
export async function readRecentResults(
  context: Context,
  input: z.input<typeof readRecentInput>,
): Promise<Result<RecentResults>> {
  const parsed = parseInput(readRecentInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId, code: typed } = parsed.value;
  const scope = authorise(context, "lab-result.read", programmeId);
  if (!scope.ok) return scope;
  const reading = readParticipantCode(typed);
  if (!reading.ok) return { ok: false, failure: codeProblem(reading) };
  const claim = await scope.value.db.participantCode.findUnique({ where: { claim: `${programmeId}:${reading.code}` } });
  if (claim === null) return fail("not-found", "participant.none");
  const { participantId } = claim;
  return pipelinedTransaction(scope.value.db, async (pipeline): Promise<Result<RecentResults>> => {
    const found = await readPeople(pipeline, { programmeId, participantIds: [participantId], resultIds: [] });
    const person = found?.people.get(participantId);
    if (found === null || person === undefined || !coversSite(scope.value, person.siteId)) {
      return fail("not-found", "participant.none");
    }
    await pipeline.finish([...auditInsert(context, scope.value, participantId, { read: "recent" })]);
    return ok(recentOf(person, labProgramme(found.programme, context.now())));
  });
}

function recentOf(person: LabPerson, programme: LabProgramme): RecentResults {
  const { participantId, code, enrolledOn, endedOn, treatmentStartedOn } = person;
  const lastOf = (kind: LabKind) =>
    person.results
      .filter((stored) => stored.kind === kind)
      .slice(0, SHOWN)
      .map(resultView);
  return {
    ...{ participantId, code, enrolledOn, endedOn, treatmentStartedOn },
    results: {
      "viral-load": lastOf("viral-load"),
      "cd4-count": lastOf("cd4-count"),
      "cd4-percent": lastOf("cd4-percent"),
      weight: lastOf("weight"),
    },
    window: currentWindow(person.enrolledOn, programme),
  };
}

/** The window that is open on a day, else the next one. */
function currentWindow(enrolledOn: string, { timepoints, today }: LabProgramme): PersonWindow | null {
  const windows = timepoints
    .map(({ code, label, ...plan }) => ({ code, label, ...timepointWindow(plan, enrolledOn) }))
    .map((window) => ({ ...window, open: window.opensOn <= today && today <= window.closesOn }));
  const next = windows.filter(({ opensOn }) => opensOn > today).toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1));
  return windows.find(({ open }) => open) ?? next[0] ?? null;
}
