import { useFormatter } from "next-intl";

/** A calendar date in the reader's notation. A day has no time zone, so none is applied. */
export function useDay(): (day: string) => string {
  const format = useFormatter();
  return (day) => format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
}
