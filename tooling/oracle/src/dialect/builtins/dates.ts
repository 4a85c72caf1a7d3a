import { DialectError } from "../failure";
import { numbers, texts } from "../make";
import { asNumbers, asTexts, hasClass } from "../read";
import { type Bindings, bind, type RValue } from "../values";

const DAY = 86_400_000;

/** Days since 1970 of dates written as year-month-day. */
function days(value: RValue): readonly (number | null)[] {
  if (value.kind === "number") return value.values;
  return asTexts(value).values.map((written) => {
    if (written === null || written === "") return null;
    if (!/^\d{4}-\d{1,2}-\d{1,2}/.test(written)) throw new DialectError(`${written} is no date`);
    const [year = 0, month = 1, day = 1] = written.slice(0, 10).split("-").map(Number);
    return Date.UTC(year, month - 1, day) / DAY;
  });
}

const UNITS: Readonly<Record<string, number>> = { secs: 86_400, mins: 1440, hours: 24, days: 1, weeks: 1 / 7 };

/** Dates are numbers of days; what is asked of them is mostly a difference. */
export const DATES: Bindings = {
  "as.Date": bind("x format ...", (args) => {
    if (args.has("format") && args.text("format") !== "%Y-%m-%d") throw new DialectError("Only year-month-day is read");
    return numbers(days(args.value("x")), { class: ["Date"] });
  }),
  difftime: bind("time1 time2 tz units", (args) => {
    const factor = UNITS[args.text("units", "days")];
    if (factor === undefined) throw new DialectError("Unknown unit of time");
    const [a, b] = [days(args.value("time1")), days(args.value("time2"))];
    const differences = a.map((day, at) => {
      const other = b[at % b.length] ?? null;
      return day === null || other === null ? null : (day - other) * factor;
    });
    return numbers(differences);
  }),
  julian: bind("x ...", (args) => numbers(days(args.value("x")))),
  "format.Date": bind("x format ...", (args) => {
    const value = asNumbers(args.value("x"));
    if (!hasClass(value, "Date")) throw new DialectError("Expected dates");
    const form = args.text("format", "%Y-%m-%d");
    return texts(
      value.values.map((day) => {
        if (day === null) return null;
        const written = new Date(day * DAY).toISOString();
        return form
          .replace("%Y", written.slice(0, 4))
          .replace("%m", written.slice(5, 7))
          .replace("%d", written.slice(8, 10));
      }),
    );
  }),
};
