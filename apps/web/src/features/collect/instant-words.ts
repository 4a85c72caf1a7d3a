import type { createFormatter } from "next-intl";

/** A moment as the clocks of a programme showed it, with the name of their zone, as people elsewhere may read it too. */
export function instantWords(
  format: Pick<ReturnType<typeof createFormatter>, "dateTime">,
  at: Date,
  timeZone: string,
): string {
  const day = { year: "numeric", month: "short", day: "numeric" } as const;
  const time = { hour: "2-digit", minute: "2-digit", timeZoneName: "short" } as const;
  return format.dateTime(at, { ...day, ...time, timeZone });
}
