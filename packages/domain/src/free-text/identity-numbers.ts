import { matchSpans, type TextSpan } from "./match-spans";

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const ACCOUNT =
  /(?:\b(?:wechat|weixin|qq|telegram|instagram|facebook|fb|tiktok|line id)\b|微信号?|QQ号?)(?:\s*(?:id|account|name|号|账号))?\s*(?:[:：]|\bis\b|是|为)?\s*(@?[a-z0-9][\w.-]{4,})/dgiu;
const PROFILE = /\b(?:(?:facebook|instagram|tiktok|twitter|x)\.com|fb\.me|t\.me|wa\.me)\/(@?[\w.-]{3,})/dgiu;
const KEYWORD =
  /(?:\b(?:national id|id(?: (?:no|number|card))?|identity (?:no|number|card)|passport|nik|ktp|paspor|mrn|medical record|hospital (?:no|number)|folder (?:no|number)|nhif|nupi|kitambulisho)\b|身份证|护照|病历号|住院号|门诊号|社保号|医保号)[\s.:：#]*(?:no|number|nr|is|号码|号|是|为)?[\s.:：#]*([a-z]{0,3}[ -]?\d(?:[ -]?[\dx]){4,19})/dgiu;
const LONG = /(?<![\p{L}\p{N}.])\d{13,18}[Xx]?(?![\p{L}\p{N}])/gu;

/** Addresses of e-mail. */
export function findEmails(text: string): readonly TextSpan[] {
  return matchSpans(text, EMAIL);
}

/** Names of accounts, after the name of a chat service or in the address of a profile. */
export function findAccounts(text: string): readonly TextSpan[] {
  return [...matchSpans(text, ACCOUNT, (written) => /\d|_|@/.test(written)), ...matchSpans(text, PROFILE)];
}

/** Numbers of identity cards, passports and hospital files: long ones by their length, short ones after a word that says so. */
export function findIdentityNumbers(text: string): readonly TextSpan[] {
  return [...matchSpans(text, KEYWORD), ...matchSpans(text, LONG)];
}
