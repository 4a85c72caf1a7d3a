import { createHash } from "node:crypto";
import type { Tx } from "@alongside/db/client";
import { inProgramme } from "@alongside/db/scope/in-programme";
import { rolesOf } from "@alongside/db/scope/roles-of";
import { fail, ok, type Result } from "@alongside/domain/failure/failure";
import { shippedStudy, studyBytes } from "@alongside/interchange/studies/registry";
import type { ShippedStudy } from "@alongside/interchange/studies/study";
import { z } from "zod";
import { authorise, type Scope } from "../access/authorise";
import { writeAuditEvent } from "../audit/write-audit-event";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { checkStudy } from "./check";
import { storePieces } from "./file-pieces";
import { runStudyImport } from "./run";

export const loadExampleStudyInput = z.object({
  /** A programme the person works in now; it lends them the right to open an example. */
  programmeId: z.uuid(),
  slug: z.string().min(1).max(60),
});

/** Shown on every screen of such a programme. */
export const PUBLISHED_DATA_LABEL = "published data set";

/** Everybody may read these data elsewhere, one by one: hiding small groups would protect nobody and falsify the example. */
const PUBLIC_DATA_THRESHOLD = 1;

export interface LoadedExample {
  readonly programmeId: string;
  /** Address of the programme. */
  readonly slug: string;
  /** False when the person had opened this example before. */
  readonly created: boolean;
}

/**
 * Opens a published study as a programme of the caller's own, read in through the same import as any file. A person who
 * has opened it before gets that programme back; one whose loading was cut short has it finished.
 */
export async function loadExampleStudy(
  context: Context,
  input: z.input<typeof loadExampleStudyInput>,
): Promise<Result<LoadedExample>> {
  const parsed = parseInput(loadExampleStudyInput, input);
  if (!parsed.ok) return parsed;
  const scope = authorise(context, "study-import.load-example", parsed.value.programmeId);
  if (!scope.ok) return scope;
  const study = shippedStudy(parsed.value.slug);
  if (study === undefined) return fail("not-found", "study-import.no-such-example");

  const example = await findOrOpen(context, scope.value, study);
  const { programmeId, importId } = example;
  if (example.status !== "done") {
    const own = asItsMember(context, programmeId);
    const checked = await checkStudy(own, { programmeId, importId, mapping: study.mapping });
    if (!checked.ok) return checked;
    const done = await runStudyImport(own, { programmeId, importId });
    if (!done.ok) return done;
  }
  return ok({ programmeId, slug: example.slug, created: example.created });
}

interface Example {
  readonly programmeId: string;
  readonly slug: string;
  readonly importId: string;
  readonly status: string;
  readonly created: boolean;
}

/** First half of the key of a lock; the second is a hash of person and study. */
const EXAMPLE_LOCK = 72707374;

/** The person's programme of this study; of two requests at once, one makes it and the other finds it. */
async function findOrOpen(context: Context, { db, actorId: userId }: Scope, study: ShippedStudy): Promise<Example> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM pg_advisory_xact_lock(${EXAMPLE_LOCK}::int, hashtext(${`${userId} ${study.slug}`}))`;
    return (await findLoaded(tx, userId, study)) ?? openProgramme(tx, context, userId, study);
  });
}

/** The programme in which the person, as one who may import, has put this very file as a published example. */
async function findLoaded(tx: Tx, userId: string, study: ShippedStudy): Promise<Example | null> {
  const where = { fileHash: fileHash(study), fileName: study.fileName, createdById: userId };
  for (const { programmeId, slug, dataLabel, role, siteId } of await rolesOf(tx, userId)) {
    const mayImport = (role === "administrator" || role === "researcher") && siteId === null;
    if (dataLabel !== PUBLISHED_DATA_LABEL || !mayImport) continue;
    const find = () => tx.studyImport.findFirst({ where: { programmeId, ...where }, orderBy: { createdAt: "asc" } });
    const row = await inProgramme(tx, programmeId, find);
    if (row !== null) return { programmeId, slug, importId: row.id, status: row.status, created: false };
  }
  return null;
}

/** Makes the programme and puts the file there, as an upload would have. */
function openProgramme(tx: Tx, context: Context, userId: string, study: ShippedStudy): Promise<Example> {
  const programmeId = context.newId();
  return inProgramme(tx, programmeId, () => fillProgramme(tx, context, { programmeId, userId }, study));
}

async function fillProgramme(
  tx: Tx,
  context: Context,
  { programmeId, userId }: { readonly programmeId: string; readonly userId: string },
  study: ShippedStudy,
): Promise<Example> {
  const importId = context.newId();
  // Random, because an address must not say what a programme is about.
  const slug = Buffer.from(context.randomBytes(5)).toString("hex");
  const name = `Published example: ${study.title.en}`;
  const bytes = studyBytes(study);
  await tx.programme.create({
    data: {
      ...{ id: programmeId, slug, name, dataLabel: PUBLISHED_DATA_LABEL, createdAt: context.now() },
      suppressionThreshold: PUBLIC_DATA_THRESHOLD,
      memberships: { create: { id: context.newId(), userId, role: exampleRole(context) } },
    },
  });
  await tx.studyImport.create({
    data: {
      ...{ id: importId, programmeId, fileName: study.fileName, fileHash: fileHash(study), bytes: bytes.length },
      ...{ status: "uploaded", createdById: userId, createdAt: context.now() },
    },
  });
  await storePieces(tx, { programmeId, studyImportId: importId }, once(bytes), bytes.length, () => {});
  const own = authorise(asItsMember(context, programmeId), "study-import.upload", programmeId);
  if (own.ok) await writeAuditEvent(tx, context, own.value, programmeId, { importId, example: study.slug });
  return { programmeId, slug, importId, status: "uploaded", created: true };
}

/**
 * What somebody becomes in an example they open: no more than they are elsewhere, because an administrator can add people
 * and open programmes.
 */
function exampleRole({ actor }: Context): "administrator" | "researcher" {
  const administers = actor?.memberships.some(({ role, siteId }) => role === "administrator" && siteId === null);
  return administers === true ? "administrator" : "researcher";
}

/** The same request, by somebody who has just been given their role in a new programme. */
function asItsMember(context: Context, programmeId: string): Context {
  const { actor } = context;
  if (actor === null) return context;
  const membership = { programmeId, role: exampleRole(context), siteId: null };
  return { ...context, actor: { ...actor, memberships: [...actor.memberships, membership] } };
}

function fileHash(study: ShippedStudy): string {
  return createHash("sha256").update(studyBytes(study)).digest("hex");
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array, void, void> {
  yield bytes;
}
