import { readFileSync } from "node:fs";
import type { Db } from "@alongside/db/client";
import { makeProgramme } from "@alongside/db/testing/factories";
import { bytesOf } from "@alongside/services/testing/study-files";
import { signedIn } from "@alongside/services/testing/test-context";
import type { inferRouterOutputs } from "@trpc/server";
import { type AppRouter, appRouter } from "../router";
import { uploadStudy } from "../routers/study-import/upload";
import type { RealStudy } from "./real-studies";

const DATA = new URL("../../../../tooling/oracle/data/debian/", import.meta.url);

/** A data set of the reference cases, as its file stands. */
export function dataFile(name: string): string {
  return readFileSync(new URL(`${name}.csv`, DATA), "utf8");
}

export type OutcomePage = Extract<inferRouterOutputs<AppRouter>["outcome"]["read"], { kind: "score" }>;
type ChangePage = inferRouterOutputs<AppRouter>["change"]["read"];
export type Caller = ReturnType<typeof appRouter.createCaller>;

/** A new programme of an administrator, and a researcher who works there. Nothing is in it but our usual timepoints. */
export async function openProgramme(db: Db, name: string) {
  const { programme: lender } = await makeProgramme(db);
  const founder = await signedIn(db, { programmeId: lender.id, role: "administrator" });
  const { id: programmeId } = await appRouter.createCaller(founder).programme.create({
    programmeId: lender.id,
    name: `Study ${name}`,
  });
  const administrator = appRouter.createCaller(await signedIn(db, { programmeId, role: "administrator" }));
  // Everybody may read these data elsewhere: nobody is hidden, and nobody left out of a model so that others stay hidden.
  await db.programme.update({ where: { id: programmeId }, data: { dataLabel: "published" } });
  const settings = { name: `Study ${name}`, timeZone: "UTC", suppressionThreshold: 1 };
  await administrator.programme.update({ programmeId, ...settings });
  const context = await signedIn(db, { programmeId, role: "researcher" });
  return { programmeId, administrator, context, researcher: appRouter.createCaller(context) };
}

/** Takes timepoints that the study does not have out of the plan, as one does under Settings. */
export async function keepTimepoints(administrator: Caller, programmeId: string, codes: readonly string[]) {
  const { timepoints } = await administrator.programme.read({ programmeId });
  for (const { id: timepointId, code, label, position, targetDay, daysBefore, daysAfter } of timepoints) {
    const plan = { label, position, targetDay, daysBefore, daysAfter };
    if (!codes.includes(code))
      await administrator.timepoint.update({ programmeId, timepointId, ...plan, active: false });
  }
}

/**
 * Brings a study into a programme of its own through the steps of the import screen, after a plan for its primary outcome
 * has been saved where one can be.
 */
export async function bringIn(db: Db, study: RealStudy) {
  const { programmeId, administrator, context, researcher } = await openProgramme(db, study.file);
  const codes = study.mapping.timepoints.map(({ code }) => code);
  await keepTimepoints(administrator, programmeId, codes);
  const sent = await uploadStudy(
    context,
    { programmeId, fileName: `${study.file}.csv` },
    bytesOf(dataFile(study.file)),
  );
  if (!sent.ok) throw new Error(sent.failure.reason);
  const { importId } = sent.value;
  const suggested = await researcher.studyImport.suggest({ programmeId, importId });
  const checked = await researcher.studyImport.check({ programmeId, importId, mapping: study.mapping });
  const done = await researcher.studyImport.run({ programmeId, importId });
  await researcher.analysisPlan.save({
    programmeId,
    plan: {
      ...{ title: "Before anybody looked", design: "cohorts", model: "paired-change", comparisonCohort: null },
      ...{ entryCutOff: null, importantDifference: study.importantDifference, secondary: [], intercurrentEvents: "" },
      primary: { measure: study.primary, timepointCode: study.timepointCode },
      // Arms of a published study are of no kind of support, or not of peer support: the plan names them.
      supportedCohorts: [...new Set(study.mapping.cohorts.map(({ name }) => name))],
    },
  });
  // A plan counts from the moment after it was saved.
  const later = { ...context, now: () => new Date(context.now().getTime() + 1000) };
  const reader = appRouter.createCaller(later);
  const { table } = await reader.change.read({ programmeId });
  return { programmeId, suggested, checked, done, table, reader };
}

/** The page of one outcome by the names of its parts. */
export async function readPage(
  { programmeId, reader, table }: { programmeId: string; reader: Caller; table: ChangePage["table"] },
  at: { readonly measure: string; readonly timepoint: string; readonly cohort: string; readonly against?: string },
): Promise<OutcomePage> {
  const cohortOf = (name: string) => table.cohorts.find((cohort) => cohort.name === name)?.id ?? "";
  const timepointId = table.timepoints.find(({ code }) => code === at.timepoint)?.id ?? "";
  const comparedWith = at.against === undefined ? {} : { comparedWith: cohortOf(at.against) };
  const page = await reader.outcome.read({
    ...{ programmeId, measure: at.measure, timepointId, cohortId: cohortOf(at.cohort) },
    ...comparedWith,
  });
  if (page.kind !== "score") throw new Error(`${at.measure} is no score`);
  return page;
}
