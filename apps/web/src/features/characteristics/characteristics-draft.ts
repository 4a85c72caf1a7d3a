import {
  type Characteristics,
  characteristicsSchema,
  isAlone,
  KEY_POPULATION_ANSWERS,
  type KeyPopulationAnswer,
} from "@alongside/domain/characteristics/characteristics";

/** Who somebody is as a form holds it while somebody types: empty stands for not recorded. */
export interface CharacteristicsDraft {
  readonly age: string;
  readonly gender: string;
  readonly keyPopulations: readonly KeyPopulationAnswer[];
}

/** The form of what is recorded. */
export function draftOf({ age, gender, keyPopulations }: Characteristics): CharacteristicsDraft {
  return { age: age?.toString() ?? "", gender: gender ?? "", keyPopulations };
}

/** What the form says; null where the age is none. */
export function readDraft({ age, gender, keyPopulations }: CharacteristicsDraft): Characteristics | null {
  const parsed = characteristicsSchema.safeParse({
    age: age.trim() === "" ? null : Number(age.trim()),
    gender: gender === "" ? null : gender,
    keyPopulations,
  });
  return parsed.success ? parsed.data : null;
}

/** Ticks or unticks an answer: one that names none takes the place of the others, and they take its. */
export function withAnswer(
  chosen: readonly KeyPopulationAnswer[],
  answer: KeyPopulationAnswer,
  isChosen: boolean,
): readonly KeyPopulationAnswer[] {
  const others = chosen.filter((one) => one !== answer);
  if (!isChosen) return others;
  if (isAlone(answer)) return [answer];
  const kept = others.filter((one) => !isAlone(one));
  return KEY_POPULATION_ANSWERS.filter((one) => one === answer || kept.includes(one));
}
