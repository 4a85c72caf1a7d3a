/** The areas of a programme, in the order people meet them, with the right each one needs (none: everybody's). */
export const AREAS = [
  { id: "home", path: "", verb: null },
  { id: "participants", path: "/participants", verb: "participant.list" },
  { id: "collect", path: "/collect", verb: "assessment.save" },
  { id: "laboratory", path: "/laboratory", verb: "lab-result.save" },
  { id: "change", path: "/change", verb: "change.read" },
  { id: "framework", path: "/framework", verb: null },
  { id: "import", path: "/import", verb: "study-import.run" },
  { id: "settings", path: "/settings", verb: null },
] as const;
export type Area = (typeof AREAS)[number];
export type AreaId = Area["id"];

/** How many areas stand in the bar of a small screen; the others are under "More". */
export const BAR_SIZE = 4;

/** The areas a person sees. What they may really do is decided again at every call. */
export function areasFor(verbs: readonly string[]): readonly Area[] {
  return AREAS.filter((area) => area.verb === null || verbs.includes(area.verb));
}

/** Which area an address belongs to. */
export function areaOf(pathname: string, base: string): AreaId | null {
  const inside = pathname === base ? "" : pathname.startsWith(`${base}/`) ? pathname.slice(base.length) : null;
  if (inside === null) return null;
  const area = AREAS.find(({ path }) =>
    path === "" ? inside === "" : inside === path || inside.startsWith(`${path}/`),
  );
  return area?.id ?? null;
}
