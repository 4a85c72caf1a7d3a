/** How many backups of each kind are kept: the last of each of so many days, weeks and months. */
export interface Retention {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

const DEFAULT_KEEP: Retention = { daily: 7, weekly: 4, monthly: 12 };

/** How many backups are kept, as ALONGSIDE_BACKUP_KEEP has it; null when it is not three numbers. */
export function readRetention(text: string | undefined): Retention | null {
  if (!text?.trim()) return DEFAULT_KEEP;
  const [, daily, weekly, monthly] = /^(\d{1,4}),(\d{1,4}),(\d{1,4})$/.exec(text.trim()) ?? [];
  if (daily === undefined || weekly === undefined || monthly === undefined) return null;
  return { daily: Number(daily), weekly: Number(weekly), monthly: Number(monthly) };
}
