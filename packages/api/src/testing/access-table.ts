import { randomUUID } from "node:crypto";
import { LONG_MAPPING } from "@alongside/services/testing/study-files";
import { type AccessTable, local, plain, thing } from "./access-entry";
import { COHORT_DEFINITION_ACCESS } from "./cohort-definition-access";
import { CONSENT_ACCESS } from "./consent-access";
import { HANDOVER_ACCESS, HELD_SESSION_ACCESS } from "./handover-access";
import { IDENTITY_ACCESS } from "./identity-access";
import { LABORATORY_ACCESS } from "./laboratory-access";
import { LABORATORY_IMPORT_ACCESS } from "./laboratory-import-access";
import { PEOPLE_ACCESS } from "./people-access";
import { conflictAt, editionOf, formAt, type Place, packAt, participantAt, savedAt, studyFileAt } from "./place";
import { RELEASE_ACCESS } from "./release-access";
import { REPORT_ACCESS } from "./report-access";
import { SNAPSHOT_ACCESS } from "./snapshot-access";
import { SUPPORT_ACCESS } from "./support-access";

/** Whoever may not see the people has all their sites in one view. */
const oneView = { ...local, wholeProgramme: { researcher: "change.one-view" } } as const;
/** An upload is there for whoever sent it, here an administrator, and for those who may see all the people. */
const upload = { ...thing, wholeProgramme: { researcher: "study-import.none" } } as const;
const programme = ({ programmeId }: Place) => ({ programmeId });
const unique = (stem: string) => `${stem} ${randomUUID().slice(0, 8)}`;
const gad7 = { instrument: "gad7", edition: editionOf("gad7") };
const window = { position: 5, targetDay: 30, daysBefore: 5, daysAfter: 5 };
const participant = async (place: Place) => ({
  programmeId: place.programmeId,
  participantId: (await participantAt(place)).participantId,
});
const study = async (place: Place) => ({ programmeId: place.programmeId, importId: await studyFileAt(place) });

/** An outcome of which nobody has both scores yet. */
const outcome = ({ programmeId, cohortId, timepointIds: [, timepointId] }: Place) => {
  return { programmeId, cohortId, timepointId, measure: "gad7/total" };
};
const tooFew = { ...thing, input: outcome, letIn: "outcome.too-few" } as const;
/** A computation that rests on the people of this place and was asked for by somebody else. */
const computation = async ({ db, programmeId, siteId }: Place) => {
  const computationId = randomUUID();
  const row = { id: computationId, programmeId, kind: "sensitivity", inputHash: computationId, status: "failed" };
  await db.computation.create({ data: { ...row, siteIds: [siteId], requestedById: randomUUID() } });
  return { programmeId, computationId };
};
/** A plan no other call has saved yet. */
const anyPlan = () => ({
  title: unique("Plan"),
  design: "single-group" as const,
  primary: { measure: "gad7/total", timepointCode: "end" },
  model: "paired-change" as const,
  comparisonCohort: null,
  entryCutOff: null,
  importantDifference: null,
  secondary: [],
  intercurrentEvents: "",
});

export const ACCESS_TABLE: AccessTable = {
  ...COHORT_DEFINITION_ACCESS,
  ...CONSENT_ACCESS,
  ...HANDOVER_ACCESS,
  ...LABORATORY_ACCESS,
  ...LABORATORY_IMPORT_ACCESS,
  ...IDENTITY_ACCESS,
  ...PEOPLE_ACCESS,
  ...RELEASE_ACCESS,
  ...REPORT_ACCESS,
  ...SNAPSHOT_ACCESS,
  ...SUPPORT_ACCESS,
  access: { read: { verb: "access.read", ...plain, input: programme } },
  analysisPlan: {
    list: { verb: "analysis-plan.list", ...plain, input: programme },
    save: { verb: "analysis-plan.save", ...plain, input: ({ programmeId }) => ({ programmeId, plan: anyPlan() }) },
  },
  assessment: {
    listConflicts: { verb: "assessment.list-conflicts", ...plain, input: programme },
    listDue: { verb: "assessment.list-due", ...local, input: participant },
    openForm: {
      verb: "assessment.open-form",
      ...local,
      input: async (place) => ({ ...(await participant(place)), timepointCode: "baseline", instrument: "gad7" }),
    },
    read: { verb: "assessment.read", ...local, input: savedAt },
    resolveConflict: {
      verb: "assessment.resolve-conflict",
      ...local,
      input: async (place) => {
        const { programmeId, participantId, conflictId } = await conflictAt(place);
        const decision = { keep: "stored", reason: "As on paper" } as const;
        return { programmeId, participantId, conflictId, assessmentId: randomUUID(), ...decision };
      },
    },
    save: { verb: "assessment.save", ...local, input: formAt },
  },
  audit: {
    export: { verb: "audit.export", ...plain, input: programme },
    list: { verb: "audit.list", ...plain, input: programme },
    state: { verb: "audit.list", ...plain, input: programme },
    verify: { verb: "audit.list", ...plain, input: programme },
  },
  backup: { read: { verb: "backup.read", ...plain, input: programme } },
  change: {
    export: {
      verb: "change.export",
      ...oneView,
      input: ({ programmeId, siteId }) => ({ programmeId, siteId, language: "en" }),
    },
    listMissing: {
      verb: "change.read",
      ...oneView,
      input: ({ programmeId, siteId, cohortId, timepointIds: [, timepointId] }) => {
        return { programmeId, siteId, cohortId, timepointId, measure: "gad7/total" };
      },
    },
    read: { verb: "change.read", ...oneView, input: ({ programmeId, siteId }) => ({ programmeId, siteId }) },
  },
  chart: {
    export: {
      verb: "chart.export",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, page: "change", format: "svg", ofPeople: false, figures: "1a2b3c" }),
    },
  },
  cohort: {
    create: {
      verb: "cohort.create",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, name: unique("Cohort"), kind: "other" }),
    },
    update: {
      verb: "cohort.update",
      ...thing,
      input: ({ programmeId, cohortId }) => {
        return { programmeId, cohortId, name: unique("Cohort"), kind: "other", active: true };
      },
    },
  },
  computation: {
    cancel: { verb: "outcome.compute", ...local, input: computation, letIn: "computation.not-yours" },
    read: { verb: "outcome.compute", ...local, input: computation },
    start: { verb: "outcome.compute", ...tooFew },
  },
  home: { read: { verb: "home.read", ...plain, input: programme } },
  instrument: {
    disable: {
      verb: "instrument.disable",
      ...plain,
      input: async ({ programmeId, db }) => {
        const use = { programmeId, instrument: "who5", edition: editionOf("who5") };
        await db.instrumentUse.upsert({
          where: { programmeId_instrument_edition: use },
          create: use,
          update: { active: true },
        });
        return use;
      },
    },
    enable: { verb: "instrument.enable", ...plain, input: ({ programmeId }) => ({ programmeId, ...gad7 }) },
  },
  outcome: {
    listPeople: { verb: "outcome.list-people", ...tooFew },
    read: { verb: "outcome.read", ...tooFew },
  },
  retention: {
    read: { verb: "outcome.read", ...plain, input: ({ programmeId }) => ({ programmeId }), letIn: "retention.none" },
  },
  participant: {
    changeStatus: {
      verb: "participant.change-status",
      ...local,
      input: async (place) => {
        const ending = { enrolmentId: randomUUID(), status: "completed", endedOn: "2026-03-01" } as const;
        return { ...(await participant(place)), ...ending };
      },
    },
    enrol: {
      verb: "participant.enrol",
      ...local,
      input: ({ programmeId, siteId, cohortId }) => {
        return { programmeId, siteId, cohortId, participantId: randomUUID(), enrolledOn: "2026-01-05" };
      },
    },
    findAlike: {
      verb: "participant.find-alike",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, attribute: "AB 1987" }),
      letIn: "duplicate.off",
    },
    findByCode: {
      verb: "participant.find-by-code",
      ...local,
      input: async (place) => ({ programmeId: place.programmeId, code: (await participantAt(place)).code }),
    },
    list: { verb: "participant.list", ...plain, input: programme },
    read: { verb: "participant.read", ...local, input: participant },
  },
  programme: {
    create: {
      verb: "programme.create",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, name: unique("Programme") }),
    },
    read: { verb: "programme.read", ...plain, input: programme },
    update: {
      verb: "programme.update",
      ...plain,
      input: ({ programmeId }) => {
        return { programmeId, name: unique("Programme"), timeZone: "UTC", suppressionThreshold: 5 };
      },
    },
  },
  session: {
    ...HELD_SESSION_ACCESS,
    changePassword: {
      verb: "signed-in",
      ...plain,
      input: () => ({ current: "not this one at all", next: "seven quiet otters" }),
      // No row of theirs counts the try: it gets as far as that.
      letIn: "session.none",
    },
    read: { verb: "signed-in", ...plain, input: () => undefined },
    setLanguage: { verb: "signed-in", ...plain, input: () => ({ language: "en" }) },
  },
  site: {
    create: { verb: "site.create", ...plain, input: ({ programmeId }) => ({ programmeId, name: unique("Site") }) },
    update: {
      verb: "site.update",
      ...thing,
      input: ({ programmeId, siteId }) => ({ programmeId, siteId, name: unique("Site"), active: true }),
    },
  },
  studyImport: {
    check: {
      verb: "study-import.check",
      ...upload,
      input: async (place) => ({ ...(await study(place)), mapping: LONG_MAPPING }),
    },
    discard: { verb: "study-import.discard", ...upload, input: study },
    list: { verb: "study-import.read", ...plain, input: programme },
    listExamples: { verb: "study-import.load-example", ...plain, input: programme },
    loadExample: {
      verb: "study-import.load-example",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, slug: "none-of-ours" }),
      letIn: "study-import.no-such-example",
    },
    read: { verb: "study-import.read", ...upload, input: study },
    run: { verb: "study-import.run", ...upload, input: study },
    suggest: { verb: "study-import.suggest", ...upload, input: study },
  },
  timepoint: {
    create: {
      verb: "timepoint.create",
      ...plain,
      input: ({ programmeId }) => {
        const code = `wave-${randomUUID().slice(0, 8)}`;
        return { programmeId, code, label: "Wave", kind: "follow-up", ...window };
      },
    },
    update: {
      verb: "timepoint.update",
      ...thing,
      input: ({ programmeId, timepointIds: [, , timepointId] }) => {
        return { programmeId, timepointId, label: "Wave", active: true, ...window };
      },
    },
  },
  wording: {
    list: { verb: "wording.list", ...plain, input: programme },
    load: {
      verb: "wording.load",
      ...plain,
      input: ({ programmeId }) => {
        const pack = { ...gad7, language: "fr", title: "Title", items: { "gad7.i1": "Sentence" }, options: {} };
        const fileBase64 = Buffer.from(JSON.stringify(pack)).toString("base64");
        const permission = { holder: "The owner", reference: "Letter", grantedOn: "2026-01-31" };
        return { programmeId, ...gad7, fileBase64, permission };
      },
    },
    remove: {
      verb: "wording.remove",
      ...thing,
      input: async (place) => ({ programmeId: place.programmeId, packId: await packAt(place) }),
    },
    template: {
      verb: "wording.load",
      ...plain,
      input: ({ programmeId }) => ({ programmeId, ...gad7, language: "id" }),
    },
  },
};
