import { leaveQuickly } from "@/features/quick-exit/leave-quickly";

/** The script of the quick way out: small, and by itself, so that it works before the rest of a page has arrived. */
export function GET(): Response {
  return new Response(`(${leaveQuickly.toString()})();\n`, {
    headers: { "content-type": "text/javascript; charset=utf-8" },
  });
}
