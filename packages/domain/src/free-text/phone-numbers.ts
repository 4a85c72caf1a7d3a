import { matchSpans, type TextSpan } from "./match-spans";

/** Digits as people group them; the longest run is taken. */
const GROUPED = /(?<![\p{L}\p{N}.,/<>=-])(?:\+|\(\+?)?\d(?:[ \u00a0.()\u2010-\u2015-]{0,2}\d){6,15}(?![\p{L}\d])/gu;
/** The same after a word that announces a number: then fewer digits are enough. */
const ANNOUNCED =
  /(?:\b(?:tel|telephone|phone|mobile|cell|call|ring|whats ?app|hp|telp|telepon|nomor|simu|sms)\b|电话|手机|联系方式|致电|拨打)(?:\s*(?:number|no|nr|num|号码|号))?[\s.:：#]*(?:on|at|is|me|her|him|是|为)?[\s:：]*(\+?\d(?:[ \u00a0.()\u2010-\u2015-]{0,2}\d){5,14})(?!\d)/giu;
const DATE = /^(?:(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d)/;
/** A count written in groups of three, such as 1 250 000: results are often so. */
const THOUSANDS = /^\d{1,3}(?:[ \u00a0.]\d{3})+$/;

/** How numbers are begun: with a country, with a trunk zero, as a Chinese mobile number, or as in North America. */
function looksLikePhone(written: string): boolean {
  if (DATE.test(written)) return false;
  const digits = written.replaceAll(/\D/g, "");
  if (/^\(?\+/.test(written) || digits.startsWith("00")) return digits.length >= 8 && digits.length <= 15;
  if (THOUSANDS.test(written)) return false;
  if (/^0[1-9]/.test(digits)) return digits.length >= 8 && digits.length <= 12;
  if (/^1[3-9]\d{9}$/.test(digits)) return true;
  // Kenyan, Tanzanian and Ugandan, Indonesian, South African, Nigerian, Chinese numbers with the country but no plus.
  if (/^(?:254|255|256|27|234|233|260|263|265|62|86)\d{8,11}$/.test(digits)) return digits.length >= 11;
  return /^\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}$/.test(written);
}

/** Telephone numbers as they are written in East and South Africa, West Africa, Indonesia, China and abroad. */
export function findPhones(text: string): readonly TextSpan[] {
  const announced = matchSpans(text, new RegExp(ANNOUNCED, "dgiu"), (written) => !DATE.test(written));
  return [...announced, ...matchSpans(text, GROUPED, looksLikePhone)];
}
