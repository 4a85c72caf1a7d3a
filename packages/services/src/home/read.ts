import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { z } from "zod";
import { authorise, may, type Scope } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { readDueWork } from "../schedule/due-work";
import { readPlan } from "../schedule/plan";
import { readPeopleCounts } from "./people-counts";

export const readHomeInput = z.object({ programmeId: z.uuid() });

/** How many open and overdue assessments are named; the others are behind a link. */
const NAMED = 20;

/** What needs doing today, for this person: each part is null when it is not theirs to do. */
export async function readHome(context: Context, input: z.input<typeof readHomeInput>) {
  const parsed = parseInput(readHomeInput, input);
  if (!parsed.ok) return parsed;
  const { programmeId } = parsed.value;
  const scope = authorise(context, "home.read", programmeId);
  if (!scope.ok) return scope;
  const { db } = context;
  const plan = await readPlan(db, programmeId, context.now());
  if (plan === null) return fail("not-found", "programme.none");
  const collecting = authorise(context, "assessment.save", programmeId);
  const listing = authorise(context, "participant.list", programmeId);
  const [due, people] = await Promise.all([
    collecting.ok ? readDueWork(db, collecting.value, plan, NAMED) : null,
    listing.ok ? readPeopleCounts(db, listing.value) : null,
  ]);
  return ok({
    today: plan.today,
    roles: [...new Set((scope.value as Scope).roles)],
    maySeeChange: may(context, "change.read", programmeId),
    due,
    people,
  });
}

type Loaded<T> = T extends Result<infer V> ? V : never;
export type HomeView = Loaded<Awaited<ReturnType<typeof readHome>>>;
