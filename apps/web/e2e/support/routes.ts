import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { DEMO_ROLES, type DemoRole } from "./sign-in";

const FIELD: readonly DemoRole[] = ["Administrator", "Evaluator", "Clinic staff"];
const SEES_PEOPLE: readonly DemoRole[] = [...FIELD, "Peer coordinator"];
const ENTERS_RESULTS: readonly DemoRole[] = ["Clinic staff"];
const SEES_SUPPORT: readonly DemoRole[] = ["Administrator", "Peer coordinator"];
const SEES_CHANGE: readonly DemoRole[] = [...FIELD, "Researcher"];
const IMPORTS: readonly DemoRole[] = ["Administrator", "Researcher"];
const ADMINISTRATOR: readonly DemoRole[] = ["Administrator"];
const SETTINGS = [
  "sites",
  "cohorts",
  "timepoints",
  "instruments",
  "wording",
  "laboratory",
  "assays",
  "consents",
  "erasures",
  "openings",
  "people",
  "identity",
  "access",
  "audit",
  "audit/anchors",
  "backups",
];

interface Route {
  /** Its folder in src/app. */
  readonly page: string;
  readonly roles: readonly DemoRole[];
  /** Below the programme's base path, or from the root of the site when it begins with "//". */
  readonly path: string;
  /** Links to follow from there, one after the other, given the programme's base path. */
  readonly follow?: readonly ((base: string) => string)[];
  /** True when what stands on the page depends on the role; elsewhere the first role's look at it speaks for all. */
  readonly varies?: boolean;
}

export interface Stop {
  readonly address: string;
  /** True when it is to be looked at in the browser for this role too. */
  readonly looked: boolean;
}

const PROGRAMME = "p/[programme]";

/** Every page that somebody signed in can open, how to get there, and who may. */
export const ROUTES: readonly Route[] = [
  { page: PROGRAMME, path: "", roles: DEMO_ROLES, varies: true },
  { page: `${PROGRAMME}/participants`, path: "/participants", roles: SEES_PEOPLE, varies: true },
  {
    page: `${PROGRAMME}/change/outcome/people`,
    path: "/change",
    follow: [
      (base) => `main a[href^="${base}/change/outcome?"]`,
      (base) => `main a[href^="${base}/change/outcome/people?"]`,
    ],
    roles: FIELD,
  },
  { page: `${PROGRAMME}/support`, path: "/support", roles: SEES_SUPPORT, varies: true },
  { page: `${PROGRAMME}/support/volunteers`, path: "/support/volunteers", roles: SEES_SUPPORT },
  { page: `${PROGRAMME}/participants/new`, path: "/participants/new", roles: FIELD },
  {
    page: `${PROGRAMME}/participants/[participant]`,
    path: "/participants",
    follow: [(base) => `main a[href^="${base}/participants/"]:not([href*="/new"])`],
    roles: SEES_PEOPLE,
  },
  { page: `${PROGRAMME}/openings`, path: "/openings", roles: FIELD },
  { page: `${PROGRAMME}/openings/new`, path: "/openings/new", roles: FIELD },
  { page: `${PROGRAMME}/collect`, path: "/collect", roles: FIELD },
  {
    page: `${PROGRAMME}/collect`,
    path: "",
    follow: [(base) => `main a[href^="${base}/collect?"]`],
    roles: FIELD,
  },
  {
    page: `${PROGRAMME}/collect/[participantId]/[timepointCode]/[instrument]`,
    path: "",
    follow: [(base) => `main a[href^="${base}/collect?"]`, (base) => `main a[href^="${base}/collect/"]`],
    roles: FIELD,
  },
  { page: `${PROGRAMME}/laboratory`, path: "/laboratory", roles: ENTERS_RESULTS, varies: true },
  { page: `${PROGRAMME}/laboratory/one`, path: "/laboratory/one", roles: ENTERS_RESULTS, varies: true },
  { page: `${PROGRAMME}/laboratory/import`, path: "/laboratory/import", roles: ENTERS_RESULTS },
  {
    page: `${PROGRAMME}/laboratory/[participant]`,
    path: "/participants",
    follow: [
      (base) => `main a[href^="${base}/participants/"]:not([href*="/new"])`,
      (base) => `main a[href^="${base}/laboratory/"]`,
    ],
    roles: FIELD,
    varies: true,
  },
  { page: `${PROGRAMME}/laboratory/verify`, path: "/laboratory/verify", roles: ENTERS_RESULTS, varies: true },
  { page: `${PROGRAMME}/worklists`, path: "/worklists", roles: SEES_PEOPLE, varies: true },
  { page: `${PROGRAMME}/worklists/print`, path: "/worklists/print", roles: SEES_PEOPLE, varies: true },
  { page: `${PROGRAMME}/change`, path: "/change", roles: SEES_CHANGE },
  { page: `${PROGRAMME}/change/method`, path: "/change/method", roles: SEES_CHANGE },
  {
    page: `${PROGRAMME}/change/outcome`,
    path: "/change",
    follow: [(base) => `main a[href^="${base}/change/outcome?"]`],
    roles: SEES_CHANGE,
  },
  { page: `${PROGRAMME}/cohorts`, path: "/cohorts", roles: SEES_CHANGE, varies: true },
  { page: `${PROGRAMME}/cohorts/new`, path: "/cohorts/new", roles: IMPORTS },
  {
    page: `${PROGRAMME}/cohorts/[definition]`,
    path: "/cohorts",
    follow: [(base) => `main a[href^="${base}/cohorts/"]:not([href$="/new"])`],
    roles: SEES_CHANGE,
    varies: true,
  },
  { page: `${PROGRAMME}/report`, path: "/report", roles: SEES_CHANGE, varies: true },
  { page: `${PROGRAMME}/report/published`, path: "/report/published", roles: SEES_CHANGE, varies: true },
  {
    page: `${PROGRAMME}/report/published/[report]`,
    path: "/report/published",
    follow: [(base) => `main a[href^="${base}/report/published/"]`],
    roles: SEES_CHANGE,
  },
  { page: `${PROGRAMME}/snapshots`, path: "/snapshots", roles: SEES_CHANGE, varies: true },
  {
    page: `${PROGRAMME}/snapshots/[snapshot]`,
    path: "/snapshots",
    follow: [(base) => `main a[href^="${base}/snapshots/"]`],
    roles: SEES_CHANGE,
    varies: true,
  },
  { page: `${PROGRAMME}/releases`, path: "/releases", roles: SEES_CHANGE, varies: true },
  { page: `${PROGRAMME}/releases/new`, path: "/releases/new?what=scores", roles: SEES_CHANGE, varies: true },
  { page: `${PROGRAMME}/stopped`, path: "/stopped?code=rule&why=row-release.taken", roles: DEMO_ROLES },
  { page: `${PROGRAMME}/change/retention`, path: "/change/retention", roles: SEES_CHANGE },
  { page: `${PROGRAMME}/change/results`, path: "/change/results", roles: SEES_CHANGE },
  { page: `${PROGRAMME}/plan`, path: "/plan", roles: SEES_CHANGE, varies: true },
  { page: `${PROGRAMME}/framework`, path: "/framework", roles: DEMO_ROLES },
  {
    page: `${PROGRAMME}/framework/[element]`,
    path: "/framework?q=trust",
    follow: [(base) => `main a[href^="${base}/framework/"]`],
    roles: DEMO_ROLES,
  },
  { page: `${PROGRAMME}/import`, path: "/import", roles: IMPORTS },
  { page: `${PROGRAMME}/settings`, path: "/settings", roles: DEMO_ROLES, varies: true },
  ...SETTINGS.map((section) => ({
    page: `${PROGRAMME}/settings/${section}`,
    path: `/settings/${section}`,
    roles: ADMINISTRATOR,
  })),
  {
    page: `${PROGRAMME}/settings/instruments/[instrument]`,
    path: "/settings/instruments",
    follow: [(base) => `main a[href^="${base}/settings/instruments/"]`],
    roles: ADMINISTRATOR,
  },
  { page: "account/password", path: "//account/password", roles: DEMO_ROLES },
  { page: "account/security", path: "//account/security", roles: DEMO_ROLES },
  { page: "account/device", path: "//account/device", roles: DEMO_ROLES },
];

/** No pages of their own, or only there after something was done: the journeys that do it look at them. */
export const ELSEWHERE = [
  "",
  "sign-in",
  "sign-in/code",
  "join/[token]",
  "locked",
  "form",
  `${PROGRAMME}/[...rest]`,
  `${PROGRAMME}/import/[importId]`,
  `${PROGRAMME}/collect/[participantId]/conflicts`,
  `${PROGRAMME}/laboratory/import/[importId]`,
  `${PROGRAMME}/participants/[participant]/contact`,
  `${PROGRAMME}/participants/contact`,
];

/** Addresses of pages that a role has nothing to do with; those that can be written down without following a link. */
export function closedTo(base: string, role: DemoRole): readonly string[] {
  return ROUTES.filter(({ roles, follow }) => follow === undefined && !roles.includes(role)).map(
    ({ path: start }) => `${base}${start}`,
  );
}

const APP = path.join(import.meta.dirname, "../../src/app");
/** These take what is longer than a form, each up to a limit of its own. */
const TAKES_MORE = ["/api/trpc/", "/api/study-import"];

/** An address of every route that a form can be sent to. */
export function formRoutesInSource(): readonly string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .filter((file) => /export (async function POST|\{.*POST)/.test(readFileSync(path.join(APP, file), "utf8")))
    .map((file) => `/${path.dirname(file).split(path.sep).join("/")}`.replaceAll(/\[[^\]]+\]/g, "demo"))
    .filter((address) => !TAKES_MORE.some((start) => address.startsWith(start)))
    .toSorted();
}

/** The folders of src/app that hold a page. */
export function pagesInSource(): readonly string[] {
  return readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => path.dirname(file).split(path.sep).join("/"))
    .map((folder) => (folder === "." ? "" : folder))
    .toSorted();
}

/**
 * Every page a role may see. Links are followed once, with the page that is given.
 * @param which "looked": without those whose look by another role speaks for this one
 */
export async function stopsFor(
  page: Page,
  base: string,
  role: DemoRole,
  which: "all" | "looked",
): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (const { path: start, follow = [], roles, varies = false } of ROUTES) {
    const looked = varies || roles[0] === role;
    if (!roles.includes(role) || (which === "looked" && !looked)) continue;
    let address = start.startsWith("//") ? start.slice(1) : `${base}${start}`;
    for (const link of follow) {
      await page.goto(address);
      address = (await page.locator(link(base)).first().getAttribute("href")) ?? address;
    }
    stops.push({ address, looked });
  }
  return stops;
}
