import { ok, type Result } from "@alongside/domain/failure/failure";
import { WORKLIST_CSV_LANGUAGES } from "@alongside/interchange/formats/worklist-csv/words";
import { writeWorklistCsv } from "@alongside/interchange/formats/worklist-csv/write-worklist";
import { z } from "zod";
import { authorise } from "../access/authorise";
import type { Context } from "../context";
import { parseInput } from "../parse-input";
import { type ContactPage, type ContactRequest, listContacts } from "./contacts";
import { type ExportedWorklist, worklistFileName, worklistHeadings } from "./export";
import { siteNames } from "./site-names";

export const exportContactsInput = z.object({
  programmeId: z.uuid(),
  siteId: z.uuid().optional(),
  language: z.enum(WORKLIST_CSV_LANGUAGES),
});

const PAGE = 1000;

/** Whom to contact as a CSV file: codes and sites, and nothing else. Every page that is read leaves a trace. */
export async function exportContactList(
  context: Context,
  input: z.input<typeof exportContactsInput>,
): Promise<Result<ExportedWorklist>> {
  const parsed = parseInput(exportContactsInput, input);
  if (!parsed.ok) return parsed;
  const { language, ...where } = parsed.value;
  const scope = authorise(context, "worklist.contacts", where.programmeId);
  if (!scope.ok) return scope;
  const rows: ContactRequest[] = [];
  let page: Result<ContactPage> = await listContacts(context, { ...where, take: PAGE });
  while (page.ok) {
    rows.push(...page.value.rows);
    const { next, today } = page.value;
    if (next === null) {
      const names = await siteNames(scope.value.db, where.programmeId);
      const lines = rows.map(({ code, siteId }) => ({ code, site: names.get(siteId) ?? "" }));
      const text = writeWorklistCsv({ headings: worklistHeadings(language), columns: ["code", "site"], lines });
      return ok({ fileName: worklistFileName(today), text });
    }
    page = await listContacts(context, { ...where, take: PAGE, after: next });
  }
  return page;
}
