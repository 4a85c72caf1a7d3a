import type { CalendarDate } from "@alongside/domain/schedule/calendar-date";
import type { StudyMapping } from "@alongside/interchange/formats/study-csv/mapping";
import type { ProgrammePlan } from "./programme-plan";

/** Where people go when the file names no site and the programme has none or several. */
const UNNAMED_SITE = "Study";

export interface StudySite {
  readonly id: string;
  readonly name: string;
}

/** Where a study is read into: programme, mapping, day, the key of its labels, and its sites as the file brings them up. */
export class StudyPlace {
  readonly programmeId: string;
  readonly mapping: StudyMapping;
  readonly today: CalendarDate;
  readonly labelKey: Uint8Array;
  readonly newId: () => string;
  readonly #sites: Map<string, StudySite>;
  readonly #only: StudySite | undefined;
  readonly #created: StudySite[] = [];

  constructor(
    given: Pick<StudyPlace, "programmeId" | "mapping" | "today" | "labelKey" | "newId">,
    plan: Pick<ProgrammePlan, "sites">,
  ) {
    this.programmeId = given.programmeId;
    this.mapping = given.mapping;
    this.today = given.today;
    this.labelKey = given.labelKey;
    this.newId = given.newId;
    this.#sites = new Map(plan.sites.map((site) => [site.name, site]));
    const active = plan.sites.filter((site) => site.active);
    this.#only = active.length === 1 ? active[0] : undefined;
  }

  /** The site of a name; of no name: the programme's only site. What is not there yet gets an id here. */
  site(name: string | null): StudySite {
    if (name === null && this.#only !== undefined) return this.#only;
    const wanted = name ?? UNNAMED_SITE;
    const found = this.#sites.get(wanted);
    if (found !== undefined) return found;
    const site = { id: this.newId(), name: wanted };
    this.#sites.set(wanted, site);
    this.#created.push(site);
    return site;
  }

  /** Sites that the programme lacked, in the order in which the file brought them up. */
  get newSites(): readonly StudySite[] {
    return this.#created;
  }
}
