import { httpStatusOf } from "@alongside/api/failure-error";
import { problemFile } from "@alongside/api/routers/study-import/problem-file";
import { createRequestContext } from "@alongside/api/serve";
import { getTranslations } from "next-intl/server";
import { problemWords } from "@/features/file-import/problem-words";
import { openTranslator } from "@/i18n/open-translator";
import { currentActor } from "@/server/actor";
import { runtime } from "@/server/runtime";
import { requireProgramme } from "@/server/session";

interface Address {
  readonly params: Promise<{ readonly programme: string; readonly importId: string }>;
}

/** What is wrong with a file, as a table to be worked through beside it. The file's name says nothing. */
export async function GET(_request: Request, { params }: Address): Promise<Response> {
  const { programme: slug, importId } = await params;
  const { programme } = await requireProgramme(slug);
  const t = await getTranslations("fileImport.problems");
  const say = openTranslator(await getTranslations());
  const context = createRequestContext(runtime().api, await currentActor());
  const input = { programmeId: programme.id, importId };
  const result = await problemFile(context, input, {
    row: t("row"),
    column: t("column"),
    value: t("value"),
    problem: t("problem"),
    rule: t("rule"),
    say: (problem) => problemWords(say, problem),
  });
  if (!result.ok) return new Response(null, { status: httpStatusOf(result.failure) });
  return new Response(result.value, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="problems.csv"',
      "cache-control": "no-store",
    },
  });
}
