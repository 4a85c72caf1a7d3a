/** The areas of a programme, in the order people meet them, with the rights any of which opens it (none: everybody's). */
export const AREAS = [
  { id: "home", path: "", verbs: [] },
  { id: "participants", path: "/participants", verbs: ["participant.list"] },
  { id: "collect", path: "/collect", verbs: ["assessment.save"] },
  { id: "laboratory", path: "/laboratory", verbs: ["lab-result.save"] },
  { id: "worklists", path: "/worklists", verbs: ["worklist.read", "worklist.contacts"] },
  { id: "support", path: "/support", verbs: ["support-contact.list"] },
  { id: "change", path: "/change", verbs: ["change.read"] },
  { id: "framework", path: "/framework", verbs: [] },
  { id: "import", path: "/import", verbs: ["study-import.run"] },
  { id: "settings", path: "/settings", verbs: [] },
] as const;
export type Area = (typeof AREAS)[number];
export type AreaId = Area["id"];

/** Pages that belong to an area and stand beside it. */
const BESIDE: Readonly<Record<string, AreaId>> = {
  "/cohorts": "change",
  "/plan": "change",
  "/releases": "change",
  "/report": "change",
  "/snapshots": "change",
};

/** How many areas stand in the bar of a small screen; the others are under "More". */
export const BAR_SIZE = 4;

/** The areas a person sees. What they may really do is decided again at every call. */
export function areasFor(verbs: readonly string[]): readonly Area[] {
  return AREAS.filter(({ verbs: opening }) => opening.length === 0 || opening.some((verb) => verbs.includes(verb)));
}

/** Which area an address belongs to. */
export function areaOf(pathname: string, base: string): AreaId | null {
  const inside = pathname === base ? "" : pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : null;
  if (inside === null) return null;
  const isUnder = (path: string) => (path === "" ? inside === "" : inside === path || inside.startsWith(`${path}/`));
  const area = AREAS.find(({ path }) => isUnder(path));
  return area?.id ?? Object.entries(BESIDE).find(([path]) => isUnder(path))?.[1] ?? null;
}
