import { randomUUID } from "node:crypto";
import { httpStatusOf } from "@alongside/api/failure-error";
import { uploadStudy } from "@alongside/api/routers/study-import/upload";
import { createRequestContext } from "@alongside/api/serve";
import type { Failure } from "@alongside/domain/failure/failure";
import { actorOf } from "@/server/actor";
import { logUnexpected } from "@/server/log";
import { runtime } from "@/server/runtime";
import { isSameOrigin } from "@/server/same-origin";

/**
 * Takes a study file as the body of the request, as it arrives. The programme and the file's name travel in headers, so
 * that no name of a file ends up in an address.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refuse({ code: "forbidden", reason: "access.denied" });
  const context = createRequestContext(runtime().api, await actorOf(request.headers.get("cookie")));
  const input = {
    programmeId: request.headers.get("x-programme") ?? "",
    fileName: decoded(request.headers.get("x-file-name")),
  };
  try {
    const result = await uploadStudy(context, input, chunks(request.body));
    return result.ok ? answer(result.value, 200) : refuse(result.failure);
  } catch (error) {
    const requestId = randomUUID();
    logUnexpected("study-import upload", error, requestId);
    return refuse({ code: "unexpected", reason: "unexpected", params: { requestId } });
  }
}

function refuse(failure: Failure): Response {
  return answer({ failure }, httpStatusOf(failure));
}

function answer(body: unknown, status: number): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}

function decoded(name: string | null): string {
  try {
    return decodeURIComponent(name ?? "");
  } catch {
    return "";
  }
}

async function* chunks(body: ReadableStream<Uint8Array> | null): AsyncGenerator<Uint8Array, void, void> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
