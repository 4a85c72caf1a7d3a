import { z } from "zod";

/** What a programme may record about who people are. None is recorded unless the programme says so. */
export const CHARACTERISTICS = ["age", "gender", "key-populations"] as const;
export type Characteristic = (typeof CHARACTERISTICS)[number];

/** Completed years at enrolment. */
export const AGE_LIMITS = { least: 0, most: 120 } as const;

/** As people name it themselves. "not-said" is an answer; not recorded is none. */
export const GENDERS = ["woman", "man", "trans-woman", "trans-man", "non-binary", "other", "not-said"] as const;
export type Gender = (typeof GENDERS)[number];

/**
 * The five key populations of WHO (Consolidated guidelines on HIV, viral hepatitis and STI prevention, diagnosis, treatment and
 * care for key populations, 2022), and the two answers that name none.
 */
export const KEY_POPULATIONS = [
  "men-who-have-sex-with-men",
  "sex-workers",
  "people-who-inject-drugs",
  "transgender-people",
  "people-in-prisons",
] as const;
export const KEY_POPULATION_ANSWERS = [...KEY_POPULATIONS, "none", "not-said"] as const;
export type KeyPopulationAnswer = (typeof KEY_POPULATION_ANSWERS)[number];

const age = z.int().min(AGE_LIMITS.least).max(AGE_LIMITS.most);

/** Who somebody is, as far as it is recorded: null, and an empty list, stand for what is not. */
export const characteristicsSchema = z.strictObject({
  /** Completed years at enrolment. */
  age: age.nullable(),
  gender: z.enum(GENDERS).nullable(),
  /** Several may hold; "none" and "not-said" stand alone. */
  keyPopulations: z
    .array(z.enum(KEY_POPULATION_ANSWERS))
    .max(KEY_POPULATIONS.length)
    .refine((all) => new Set(all).size === all.length, "characteristics.twice")
    .refine((all) => all.length < 2 || !all.some(isAlone), "characteristics.alone"),
});
export type Characteristics = z.output<typeof characteristicsSchema>;

/** Nothing is recorded. */
export const NOT_RECORDED: Characteristics = { age: null, gender: null, keyPopulations: [] };

/** An answer beside which no other can hold. */
export function isAlone(answer: KeyPopulationAnswer): boolean {
  return answer === "none" || answer === "not-said";
}

/** Which of the characteristics hold something. */
export function recordedIn({ age, gender, keyPopulations }: Characteristics): readonly Characteristic[] {
  return CHARACTERISTICS.filter(
    (one) => ({ age: age !== null, gender: gender !== null, "key-populations": keyPopulations.length > 0 })[one],
  );
}

/** Without what the programme does not record (any more). */
export function onlyRecorded(all: Characteristics, recorded: readonly Characteristic[]): Characteristics {
  return {
    age: recorded.includes("age") ? all.age : null,
    gender: recorded.includes("gender") ? all.gender : null,
    keyPopulations: recorded.includes("key-populations") ? all.keyPopulations : [],
  };
}
