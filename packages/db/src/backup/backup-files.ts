const ENDING = ".backup.age";
const NAME = /^alongside-(\d{4})(\d{2})(\d{2})-(\d{2})(\d{2})(\d{2})Z\.backup\.age$/;

/** The name of a backup taken at that moment (UTC). It says nothing about what is inside. */
export function backupFileName(takenAt: Date): string {
  const digits = takenAt.toISOString().replace(/\D/g, "");
  return `alongside-${digits.slice(0, 8)}-${digits.slice(8, 14)}Z${ENDING}`;
}

/** When a file of that name was taken; undefined for any other file. */
export function backupTakenAt(fileName: string): Date | undefined {
  const parts = NAME.exec(fileName);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second] = parts;
  const taken = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(taken.getTime()) ? undefined : taken;
}
