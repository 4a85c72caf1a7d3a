import { runtime } from "@/server/runtime";

export const dynamic = "force-dynamic";

/** Says whether this process can answer and reach its database; nothing else. */
export async function GET(): Promise<Response> {
  const reachable = await runtime().api.db.$queryRaw`SELECT 1`.then(() => true).catch(() => false);
  return Response.json({ ok: reachable }, { status: reachable ? 200 : 503, headers: { "cache-control": "no-store" } });
}
