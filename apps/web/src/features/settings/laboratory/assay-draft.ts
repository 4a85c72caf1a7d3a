import type { AppRouter } from "@alongside/api/router";
import { type Assay, MEANINGS_OF_BELOW } from "@alongside/domain/viral-load/assay";
import { newestEditions } from "@alongside/domain/viral-load/assay-register";
import { RESULT_UNITS, SPECIMENS } from "@alongside/domain/viral-load/measurement";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

export type ListedAssay = inferRouterOutputs<AppRouter>["assay"]["list"][number];
export type AssayInput = inferRouterInputs<AppRouter>["assay"]["save"]["assay"];

/** An assay as the form has it: every field as text. */
export type TypedAssay = Readonly<Record<AssayField, string>>;
export const ASSAY_FIELDS = [
  "key",
  "edition",
  "platform",
  "nameEn",
  "nameZh",
  "specimen",
  "unit",
  "lowerLimit",
  "upperLimit",
  "detectionLimit",
  "meansOfBelow",
  "iuPerCopy",
  "loincCopies",
  "loincLog10",
  "loincIu",
  "source",
  "validFrom",
] as const;
export type AssayField = (typeof ASSAY_FIELDS)[number];

/** A described assay as the form shows it. */
export function typedAssay(assay: Assay): TypedAssay {
  const number = (value: number | null) => (value === null ? "" : `${value}`);
  const { key, edition, platform, name, specimen, unit, loinc, meansOfBelow, source, validFrom } = assay;
  return {
    ...{ key, edition, platform, nameEn: name.en, nameZh: name.zh, specimen, unit, meansOfBelow, source, validFrom },
    lowerLimit: number(assay.lowerLimit),
    upperLimit: number(assay.upperLimit),
    detectionLimit: number(assay.detectionLimit),
    iuPerCopy: number(assay.iuPerCopy),
    loincCopies: loinc.copies ?? "",
    loincLog10: loinc.log10 ?? "",
    loincIu: loinc.iu ?? "",
  };
}

/** What a new assay begins with. */
export function emptyAssay(today: string): TypedAssay {
  const blank = Object.fromEntries(ASSAY_FIELDS.map((field) => [field, ""])) as Record<AssayField, string>;
  const [specimen, unit] = [SPECIMENS[0], RESULT_UNITS[0]];
  return { ...blank, edition: "1", specimen, unit, meansOfBelow: "ask", validFrom: today };
}

/** The next edition of an assay: as the one before, from today, under the next number that is free. */
export function nextEdition(assay: Assay, listed: readonly ListedAssay[], today: string): TypedAssay {
  const taken = new Set(listed.filter((one) => one.assay.key === assay.key).map((one) => one.assay.edition));
  let edition = taken.size + 1;
  while (taken.has(`${edition}`)) edition += 1;
  return { ...typedAssay(assay), edition: `${edition}`, validFrom: today };
}

/** The form as an assay; null as long as a number is none. What is empty is not known, which is never zero. */
export function readAssay(typed: TypedAssay): AssayInput | null {
  const numbers = (["lowerLimit", "upperLimit", "detectionLimit", "iuPerCopy"] as const).map((field) => {
    const text = typed[field].trim().replace(/[,\u202f\u00a0 ](?=\d{3}(?:\D|$))/g, "");
    return text === "" ? null : /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  });
  if (numbers.some((number) => Number.isNaN(number))) return null;
  const [lowerLimit = null, upperLimit = null, detectionLimit = null, iuPerCopy = null] = numbers;
  const orNull = (text: string) => (text.trim() === "" ? null : text.trim());
  return {
    key: typed.key.trim(),
    edition: typed.edition.trim(),
    platform: typed.platform,
    name: { en: typed.nameEn, zh: typed.nameZh },
    specimen: SPECIMENS.find((one) => one === typed.specimen) ?? SPECIMENS[0],
    unit: RESULT_UNITS.find((one) => one === typed.unit) ?? RESULT_UNITS[0],
    ...{ lowerLimit, upperLimit, detectionLimit, iuPerCopy },
    loinc: { copies: orNull(typed.loincCopies), log10: orNull(typed.loincLog10), iu: orNull(typed.loincIu) },
    meansOfBelow: MEANINGS_OF_BELOW.find((one) => one === typed.meansOfBelow) ?? "ask",
    source: typed.source,
    validFrom: typed.validFrom,
  };
}

/** Which of the listed assays are offered for new results: the newest edition in use of each. */
export function offered(listed: readonly ListedAssay[]): ReadonlySet<Assay> {
  return new Set(newestEditions(listed.filter(({ active }) => active).map(({ assay }) => assay)));
}

/** The edition of a key that is offered for new results; undefined when there is none. */
export function offeredOf(listed: readonly ListedAssay[], key: string): Assay | undefined {
  return [...offered(listed)].find((assay) => assay.key === key);
}
