import "server-only";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Failure } from "@alongside/domain/failure/failure";
import { PROCEDURES_PATH } from "./procedures";
import type { RequestLimit } from "./request-limit";
import { SECURITY_HEADERS } from "./security-headers";

/** Files that are the same for everybody and cost nothing to send. */
const FREE = /^\/(_next\/static\/|icon|favicon|robots\.txt|api\/health)/;
/** The number tRPC gives "too many requests" in its answers. */
const TOO_MANY_REQUESTS = -32029;

/** True when a request was answered with "too many, wait"; nothing else is to be done with it then. */
export type TurnAway = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Turns away what a limit does not let in, in the words of whoever asked: a procedure's failure, or a page of one line. */
export function turnAwayBeyond(limit: RequestLimit): TurnAway {
  return async (request, response) => {
    if (FREE.test(request.url ?? "")) return false;
    const wait = await limit.enter(request);
    if (wait === null) {
      response.once("close", limit.leave);
      return false;
    }
    for (const { key, value } of SECURITY_HEADERS) response.setHeader(key, value);
    response.setHeader("retry-after", String(wait));
    response.setHeader("cache-control", "no-store");
    const toProcedure = request.url?.startsWith(`${PROCEDURES_PATH}/`) ?? false;
    response.setHeader("content-type", toProcedure ? "application/json" : "text/plain; charset=utf-8");
    // What is still being sent is not read: the connection ends with the answer.
    response.setHeader("connection", "close");
    response.statusCode = 429;
    response.end(
      toProcedure ? asProcedureAnswers(wait) : `Too many requests. Wait ${wait} s. 请求过多，请等待 ${wait} 秒。\n`,
    );
    return true;
  };
}

function asProcedureAnswers(wait: number): string {
  const failure: Failure = { code: "too-many", reason: "requests.too-many", params: { seconds: wait } };
  const data = { code: "TOO_MANY_REQUESTS", httpStatus: 429, failure };
  return JSON.stringify({ error: { json: { message: "", code: TOO_MANY_REQUESTS, data } } });
}
