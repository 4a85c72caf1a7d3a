import { matchSpans, type TextSpan } from "./match-spans";
import { CHINESE_TITLES, CLEAR_SURNAMES, GIVEN_CHARACTERS, NOT_NAMES, SURNAMES } from "./name-lists.data";

const HAN = "\\p{Script=Han}";
/** What stands before a name in a note: a relation, a role, or a verb of contact. */
const BEFORE =
  "名叫|叫做|叫|姓名是|姓名|名字是|名字|患者|病人|客户|来访者|参与者|志愿者|同伴|丈夫|妻子|老公|老婆|爱人|儿子|女儿|母亲|父亲|妈妈|爸爸|朋友|姐姐|妹妹|哥哥|弟弟|室友|邻居|同事|医生|护士|联系|通知|告知|陪同|和|跟|与|是|找";
/** Usual as the first of two characters of a given name, and too usual in other words to stand in the list of all. */
const GIVEN = `(?:[小大一][${GIVEN_CHARACTERS}鸣]|[${GIVEN_CHARACTERS}]{1,2})`;
/** Family names of two characters are no other words, so one or two characters after them are a name. */
const DOUBLE = "欧阳|司马|上官|诸葛|司徒|慕容|皇甫|尉迟|令狐|夏侯|东方(?=[小大一])|公孙|长孙|宇文|轩辕";
const TITLED = new RegExp(`([${SURNAMES}]${HAN}{0,2}?(?:${CHINESE_TITLES}))(?!${HAN}*?助手)`, "dgu");
const FAMILIAR = new RegExp(`(?<![大年])([小老阿][${CLEAR_SURNAMES}])(?!子)`, "dgu");
const AFTER_WORD = new RegExp(`(?:${BEFORE})[:：“"「 ]?([${CLEAR_SURNAMES}]${GIVEN})`, "dgu");
const ALONE = new RegExp(
  `(?<![${HAN}])([${CLEAR_SURNAMES}]${GIVEN})(?=$|[^${HAN}]|[已说来在的今昨明未没因于和与需想要不表反对后还于去回打到])`,
  "dgu",
);

const DOUBLE_SURNAME = new RegExp(`((?:${DOUBLE})[${GIVEN_CHARACTERS}小大一]{1,2})`, "dgu");

const NOT_NAME = new RegExp(`^(?:${NOT_NAMES})`);
/** Titles by themselves, after a character that is a family name by chance: 高+医生 is one, 任何老师 is none. */
const NOT_TITLED = /^(?:任何|何|方便|高级|黄体|白班|石女|万一|向|于|对|夏天|方医生组)/;

/** Chinese names: with a title or a familiar syllable, or a family name with a usual given name where a name may stand. */
export function findChineseNames(text: string): readonly TextSpan[] {
  const isName = (written: string) => !NOT_NAME.test(written);
  return [
    ...matchSpans(text, TITLED, (written) => isName(written) && !NOT_TITLED.test(written)),
    ...matchSpans(text, AFTER_WORD, isName),
    ...matchSpans(text, ALONE, isName),
    ...matchSpans(text, DOUBLE_SURNAME),
    ...matchSpans(text, FAMILIAR),
  ];
}
