import type { Actor } from "@alongside/domain/access/actor";
import type { Context } from "@alongside/services/context";
import { openRuntime, type Runtime, requestContext } from "@alongside/services/runtime";

/** The process-wide runtime; the web app keeps one. */
export function openApi(...settings: Parameters<typeof openRuntime>): Runtime {
  return openRuntime(...settings);
}

/** What a request hands to the procedures. */
export function createRequestContext(runtime: Runtime, actor: Actor | null): Context {
  return requestContext(runtime, actor);
}
