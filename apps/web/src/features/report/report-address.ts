import { REPORT_LANGUAGES, REPORT_SECTIONS, type ReportLanguage } from "@alongside/domain/report/report-document";
import type { ReportChoices } from "@alongside/domain/report/report-request";
import { chosenDefinitions } from "@/features/cohort-definition/definition-address";

/** What of a report stands in its address: everything but what the programme writes itself, which stays out of logs. */
export type ReportAddress = Omit<ReportChoices, "texts">;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Reads the address. What is unknown is left out; without a language, the screen's; without parts, all of them. */
export function reportAddress(
  parameters: Pick<URLSearchParams, "get" | "getAll">,
  screen: ReportLanguage,
): ReportAddress {
  const sections = REPORT_SECTIONS.filter((section) => parameters.getAll("part").includes(section));
  const at = parameters.get("at");
  const arms = parameters.getAll("arm").filter((id) => UUID.test(id));
  const definitions = chosenDefinitions(parameters.getAll("cohort"));
  const snapshot = parameters.get("snapshot") ?? "";
  return {
    language: REPORT_LANGUAGES.find((one) => one === parameters.get("lang")) ?? screen,
    sections: sections.length === 0 ? [...REPORT_SECTIONS] : sections,
    ...(at === null || at === "" ? {} : { timepointCode: at }),
    ...(arms.length === 0 ? {} : { cohortIds: arms }),
    ...(definitions.length === 0 ? {} : { definitionIds: [...definitions] }),
    ...(UUID.test(snapshot) ? { snapshotId: snapshot } : {}),
  };
}

/** The address of a report of the programme at `base`. */
export function reportHref(base: string, address: ReportAddress): string {
  const { language, sections, timepointCode, cohortIds = [], definitionIds = [], snapshotId } = address;
  const parameters = new URLSearchParams({ lang: language });
  if (sections.length < REPORT_SECTIONS.length) for (const section of sections) parameters.append("part", section);
  if (timepointCode !== undefined) parameters.set("at", timepointCode);
  for (const arm of cohortIds) parameters.append("arm", arm);
  for (const cohort of definitionIds) parameters.append("cohort", cohort);
  if (snapshotId !== undefined) parameters.set("snapshot", snapshotId);
  return `${base}/report?${parameters}`;
}
