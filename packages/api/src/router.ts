import { accessRouter } from "./routers/access/router";
import { analysisPlanRouter } from "./routers/analysis-plan/router";
import { assayRouter } from "./routers/assay/router";
import { assessmentRouter } from "./routers/assessment/router";
import { auditRouter } from "./routers/audit/router";
import { backupRouter } from "./routers/backup/router";
import { breakGlassRouter } from "./routers/break-glass/router";
import { changeRouter } from "./routers/change/router";
import { characteristicsRouter } from "./routers/characteristics/router";
import { chartRouter } from "./routers/chart/router";
import { cohortRouter } from "./routers/cohort/router";
import { cohortDefinitionRouter } from "./routers/cohort-definition/router";
import { computationRouter } from "./routers/computation/router";
import { consentRouter } from "./routers/consent/router";
import { consentSettingsRouter } from "./routers/consent-settings/router";
import { contactDetailsRouter } from "./routers/contact-details/router";
import { counsellingRouter } from "./routers/counselling/router";
import { erasureRouter } from "./routers/erasure/router";
import { handoverRouter } from "./routers/handover/router";
import { homeRouter } from "./routers/home/router";
import { identitySettingsRouter } from "./routers/identity-settings/router";
import { instrumentRouter } from "./routers/instrument/router";
import { invitationRouter } from "./routers/invitation/router";
import { labResultRouter } from "./routers/lab-result/router";
import { laboratoryImportRouter } from "./routers/laboratory-import/router";
import { laboratorySettingsRouter } from "./routers/laboratory-settings/router";
import { outcomeRouter } from "./routers/outcome/router";
import { participantRouter } from "./routers/participant/router";
import { personRouter } from "./routers/person/router";
import { programmeRouter } from "./routers/programme/router";
import { releaseRouter } from "./routers/release/router";
import { reportRouter } from "./routers/report/router";
import { retentionRouter } from "./routers/retention/router";
import { sessionRouter } from "./routers/session/router";
import { siteRouter } from "./routers/site/router";
import { snapshotRouter } from "./routers/snapshot/router";
import { studyImportRouter } from "./routers/study-import/router";
import { supportContactRouter } from "./routers/support-contact/router";
import { suppressionRouter } from "./routers/suppression/router";
import { timepointRouter } from "./routers/timepoint/router";
import { treatmentRouter } from "./routers/treatment/router";
import { volunteerRouter } from "./routers/volunteer/router";
import { withdrawalRouter } from "./routers/withdrawal/router";
import { wordingRouter } from "./routers/wording/router";
import { worklistRouter } from "./routers/worklist/router";
import { router } from "./trpc";

/** Table of contents of the transport. One file per procedure; each calls the service of the same name. */
export const appRouter = router({
  access: accessRouter,
  analysisPlan: analysisPlanRouter,
  assessment: assessmentRouter,
  audit: auditRouter,
  backup: backupRouter,
  change: changeRouter,
  characteristics: characteristicsRouter,
  chart: chartRouter,
  cohort: cohortRouter,
  cohortDefinition: cohortDefinitionRouter,
  computation: computationRouter,
  handover: handoverRouter,
  home: homeRouter,
  instrument: instrumentRouter,
  invitation: invitationRouter,
  labResult: labResultRouter,
  outcome: outcomeRouter,
  participant: participantRouter,
  person: personRouter,
  programme: programmeRouter,
  release: releaseRouter,
  report: reportRouter,
  retention: retentionRouter,
  session: sessionRouter,
  site: siteRouter,
  snapshot: snapshotRouter,
  studyImport: studyImportRouter,
  suppression: suppressionRouter,
  supportContact: supportContactRouter,
  timepoint: timepointRouter,
  assay: assayRouter,
  counselling: counsellingRouter,
  laboratoryImport: laboratoryImportRouter,
  laboratorySettings: laboratorySettingsRouter,
  treatment: treatmentRouter,
  volunteer: volunteerRouter,
  worklist: worklistRouter,
  wording: wordingRouter,
  contactDetails: contactDetailsRouter,
  identitySettings: identitySettingsRouter,
  breakGlass: breakGlassRouter,
  consent: consentRouter,
  consentSettings: consentSettingsRouter,
  erasure: erasureRouter,
  withdrawal: withdrawalRouter,
});

export type AppRouter = typeof appRouter;
