import { httpStatusOf } from "@alongside/api/failure-error";
import { errorFile } from "@alongside/api/routers/laboratory-import/error-file";
import { createRequestContext } from "@alongside/api/serve";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { ruleSentences } from "@/features/laboratory/rule-sentences";
import { rowReason } from "@/features/laboratory-import/row-reason";
import { openTranslator } from "@/i18n/open-translator";
import { currentActor } from "@/server/actor";
import { runtime } from "@/server/runtime";
import { requireProgramme } from "@/server/session";

interface Address {
  readonly params: Promise<{ readonly programme: string; readonly importId: string }>;
}

/**
 * The rows of a file that were not stored, in the laboratory's own columns and with why, to be put right and sent again.
 * The file's name says nothing.
 */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const { programme: slug, importId } = await params;
  const { programme } = await requireProgramme(slug);
  const [t, all, format, locale] = await Promise.all([
    getTranslations("laboratoryImport"),
    getTranslations(),
    getFormatter(),
    getLocale(),
  ]);
  const rules = ruleSentences({
    say: openTranslator(all),
    locale,
    day: (day) => format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" }),
    first: "laboratoryImport",
  });
  const words = { question: t("why.question"), conflict: t("why.conflict") };
  const context = createRequestContext(runtime().api, await currentActor());
  const result = await errorFile(
    context,
    { programmeId: programme.id, importId },
    { reason: t("rows.why"), say: (row) => rowReason(row, rules, words) },
  );
  if (!result.ok) return new Response(null, { status: httpStatusOf(result.failure) });
  return new Response(bytesOf(result.value), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="rows.csv"',
      "cache-control": "no-store",
    },
  });
}

/** Text in pieces as a body that is sent as fast as it is taken. */
function bytesOf(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const next = await iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    async cancel() {
      await iterator.return?.();
    },
  });
}
