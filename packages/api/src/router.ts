import { programmeRouter } from "./routers/programme/router";
import { sessionRouter } from "./routers/session/router";
import { router } from "./trpc";

/** Table of contents of the transport. One file per procedure; each calls the service of the same name. */
export const appRouter = router({
  programme: programmeRouter,
  session: sessionRouter,
});

export type AppRouter = typeof appRouter;
