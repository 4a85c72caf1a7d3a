import { listHref, readListQuery } from "@/features/participants/list-query";
import { isSameOrigin } from "@/server/same-origin";
import { textSeal } from "@/server/sealed-text";
import { seeOther } from "@/server/see-other";

/**
 * Takes what was typed to find somebody, and leads to where it is looked for. A form with an answer of its own and not an
 * address with a code in it, which would stay in the browser's history and in what the network notes down.
 */
export async function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly programme: string }> },
): Promise<Response> {
  const base = `/p/${encodeURIComponent((await params).programme)}`;
  if (!isSameOrigin(request.headers)) return seeOther(base);
  const form = Object.fromEntries(await request.formData().catch(() => new FormData()));
  const { seal } = textSeal();
  if (typeof form.code === "string") {
    return seeOther(
      form.code.trim() === "" ? `${base}/collect` : `${base}/collect?code=${seal(form.code.slice(0, 64))}`,
    );
  }
  return seeOther(listHref(base, readListQuery(form), seal));
}
