import { assessmentRouter } from "./routers/assessment/router";
import { changeRouter } from "./routers/change/router";
import { cohortRouter } from "./routers/cohort/router";
import { homeRouter } from "./routers/home/router";
import { instrumentRouter } from "./routers/instrument/router";
import { participantRouter } from "./routers/participant/router";
import { personRouter } from "./routers/person/router";
import { programmeRouter } from "./routers/programme/router";
import { sessionRouter } from "./routers/session/router";
import { siteRouter } from "./routers/site/router";
import { timepointRouter } from "./routers/timepoint/router";
import { router } from "./trpc";

/** Table of contents of the transport. One file per procedure; each calls the service of the same name. */
export const appRouter = router({
  assessment: assessmentRouter,
  change: changeRouter,
  cohort: cohortRouter,
  home: homeRouter,
  instrument: instrumentRouter,
  participant: participantRouter,
  person: personRouter,
  programme: programmeRouter,
  session: sessionRouter,
  site: siteRouter,
  timepoint: timepointRouter,
});

export type AppRouter = typeof appRouter;
