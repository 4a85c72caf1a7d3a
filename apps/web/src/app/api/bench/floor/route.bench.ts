import { runtime } from "@/server/runtime";

/**
 * The floor of `pnpm bench`: the least that a route can do which stores something, one row and nothing else. The name of
 * this file makes it a route only in the build that the bench makes for itself (next.config.ts).
 */
export async function POST(request: Request): Promise<Response> {
  const { subjectId, id, programmeId } = await request.json();
  await runtime().api.db.auditEvent.create({ data: { subjectId, id, programmeId, action: "bench.floor" } });
  return Response.json({ ok: true });
}
