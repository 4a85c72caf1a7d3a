import { matchSpans, type TextSpan } from "./match-spans";
import { GIVEN_NAMES, NAMING, PINYIN_SURNAMES, RELATIONS, TITLES, WORDLIKE_NAMES } from "./name-lists.data";

/** A capitalised word, with the parts that join two of them. */
const CAPITALISED = "\\p{Lu}[\\p{Ll}'’]+(?:-\\p{Lu}\\p{Ll}+)?";
const NAME = `${CAPITALISED}(?:\\s+${CAPITALISED}){0,2}`;
/** Capitalised words after a title or a relation that are no names: days, months, places of work, languages, tests. */
const NO_NAME = new RegExp(
  "^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|July|September|October|November|December)$|" +
    "^(?:Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Januari|Februari|Maret|Mei|Juni|Juli|Agustus|Oktober|Desember)$|" +
    "^(?:English|Chinese|Mandarin|Swahili|Kiswahili|Indonesian?|Javanese|French|Zulu|Xhosa|Hausa|Yoruba|Luo|Kikuyu|Wave|Baseline|" +
    "Clinic|Hospital|Centre|Center|Programme|Questionnaire|Session|Form|Page|Site|Group|Ward|Room|Plan|Study|The|This|That|" +
    "He|She|It|They|We|Not|No|Yes|On|At|In|And|But|If|When|After|Before|Will|Has|Had|Is|Was|Said|Wants|Did|Does|Since|Because|Also|Came|Agreed|To|For|With|Needs|Reports?|Reported|States?|Prefers?|Sudah|Belum|Tidak|Mau|Akan|Dan|Yang|Di|Ke)$",
  "u",
);
const TITLED = new RegExp(`(?<![\\p{L}])(?:${TITLES})\\.?\\s+(${NAME})`, "dgu");
const RELATED = new RegExp(`(?<![\\p{L}])(?:[Hh]is |[Hh]er |[Tt]heir )?(?:${RELATIONS}),?\\s+(${NAME})`, "dgu");
const NAMED = new RegExp(`(?<![\\p{L}])(?:${NAMING})\\s*:?\\s+(${NAME})`, "dgu");
const PINYIN = new RegExp(
  `(?<![\\p{L}])(?:${PINYIN_SURNAMES})\\s+\\p{Lu}\\p{Ll}{1,10}(?:[- ]?\\p{Lu}\\p{Ll}{1,5})?(?![\\p{L}])`,
  "gu",
);
const WORD = new RegExp(`(?<![\\p{L}'’-])${CAPITALISED}(?![\\p{L}])`, "gu");
/** Two letters with points or an initial and a family name: "J. Otieno". */
const INITIAL = /(?<![\p{L}.])(?:\p{Lu}\.\s?){1,2}\p{Lu}\p{Ll}{2,}/gu;
/** Pinyin family names that begin English sentences too. */
const ENGLISH_BEGINNING = /^(?:He|Su|Ma|Li|Du|Tan|Song|Tang|Pan|Sun|Yu|Lu)\s/;
const PINYIN_SYLLABLES =
  /^(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?[aeiouü]{1,3}(?:n|ng|r)?(?:(?:[bpmfdtnlgkhjqxzcsryw]|zh|ch|sh)?[aeiouü]{1,3}(?:n|ng|r)?)?$/;

const GIVEN = new Set(GIVEN_NAMES.split(" "));
const WORDLIKE = new Set(WORDLIKE_NAMES.split(" "));

/** Is it a name rather than another word with a capital? Of several words the first decides. */
function isName(written: string): boolean {
  return !NO_NAME.test(written.split(/\s/)[0] ?? "");
}

/** Does a sentence begin here? Then a capital says nothing. */
function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:;。！？：；\n]["'“‘(]?\s*|^\s*[-•*]\s*)$/u.test(text.slice(0, at));
}

function findGivenNames(text: string): TextSpan[] {
  return matchSpans(text, WORD).filter(({ start, end }) => {
    const word = text.slice(start, end).replace(/['’]s$/, "");
    return GIVEN.has(word) || (WORDLIKE.has(word) && !beginsSentence(text, start));
  });
}

function isPinyinName(written: string): boolean {
  const [, ...given] = written.split(/[\s-]+/);
  const syllables = given.every((part) => PINYIN_SYLLABLES.test(part.toLowerCase()));
  return (
    syllables && !(ENGLISH_BEGINNING.test(written) && given.length === 1 && !/^[A-Z][a-z]{2,}$/.test(given[0] ?? ""))
  );
}

/** Names in Latin letters: after a title, a relation or a word that announces one, or by a list of given names. */
export function findPersonalNames(text: string): readonly TextSpan[] {
  return [
    ...matchSpans(text, TITLED, isName),
    ...matchSpans(text, NAMED, isName),
    ...matchSpans(text, RELATED, isName),
    ...matchSpans(text, PINYIN, isPinyinName),
    ...matchSpans(text, INITIAL),
    ...findGivenNames(text),
  ];
}
