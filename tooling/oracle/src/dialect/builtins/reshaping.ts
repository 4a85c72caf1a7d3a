import type { Arguments } from "../arguments";
import { stackFrames } from "../bind-frames";
import { DialectError } from "../failure";
import { frameFromEntries, numbers } from "../make";
import { asList, asTexts, asVector, entryOf, isFrame } from "../read";
import { subsetVector, takeRows } from "../subset";
import { type Bindings, bind, type RList, type RValue } from "../values";
import { keysOf } from "./sorting";

function names(value: RValue | undefined): readonly string[] {
  return value === undefined ? [] : asTexts(value).values.map((name) => name ?? "");
}

function column(data: RList, name: string): RValue {
  const found = entryOf(data, name);
  if (found === undefined) throw new DialectError(`reshape: no column ${name}`);
  return found;
}

/** Names like bdi.2 or y_1 in stem and time. */
function guess(
  varying: readonly string[],
  separator: string,
): { readonly stems: readonly string[]; readonly times: readonly string[] } {
  const split = varying.map((name) => {
    const at = name.lastIndexOf(separator);
    return [name.slice(0, at), name.slice(at + separator.length)] as const;
  });
  return { stems: [...new Set(split.map(([stem]) => stem))], times: [...new Set(split.map(([, time]) => time))] };
}

/** One row per row and time: the rows of the first time first. */
function toLong(args: Arguments, data: RList): RValue {
  const given = args.value("varying");
  const flat = given.kind === "list" ? given.values.flatMap((part) => [...names(part)]) : names(given);
  const guessed = guess(flat, args.text("sep", "."));
  const stems = args.has("v.names") ? names(args.value("v.names")) : guessed.stems;
  const sets =
    given.kind === "list"
      ? given.values.map((part) => names(part))
      : stems.map((_, at) => {
          const count = flat.length / stems.length;
          // R takes a flat vector time by time: all measures of the first time, then of the second.
          return Array.from({ length: count }, (__, time) => flat[time * stems.length + at] ?? "");
        });
  const count = sets[0]?.length ?? 0;
  const labels = Array.from({ length: count }, (_, time) => guessed.times[time] ?? String(time + 1));
  const numeric = labels.every((label) => /^-?\d+(\.\d+)?$/.test(label));
  const fallback: RValue =
    args.has("v.names") || !numeric ? numbers(labels.map((_, at) => at + 1)) : numbers(labels.map(Number));
  const times = asVector(args.optional("times") ?? fallback);
  const kept = (data.attributes.names ?? []).filter((name) => !flat.includes(name));
  const idName = args.has("idvar") ? args.text("idvar") : "id";
  const rows = data.attributes.rowNames?.length ?? 0;
  const parts = Array.from({ length: count }, (_, time) => {
    const own = kept.map((name): readonly [string, RValue] => [name, column(data, name)]);
    const when = subsetVector(times, new Array<number>(rows).fill(time));
    const measures = stems.map((stem, at): readonly [string, RValue] => [stem, column(data, sets[at]?.[time] ?? "")]);
    const id: readonly (readonly [string, RValue])[] = kept.includes(idName)
      ? []
      : [[idName, numbers(Array.from({ length: rows }, (__, row) => row + 1))]];
    return frameFromEntries([...own, [args.text("timevar", "time"), when], ...measures, ...id]);
  });
  return stackFrames(parts, []);
}

/** One row per person, a column per measure and time. */
function toWide(args: Arguments, data: RList): RValue {
  const [idNames, timeName] = [names(args.value("idvar")), args.text("timevar", "time")];
  const all = data.attributes.names ?? [];
  const measures = args.has("v.names")
    ? names(args.value("v.names"))
    : all.filter((name) => !idNames.includes(name) && name !== timeName);
  const ids = keysOf(frameFromEntries(idNames.map((name) => [name, column(data, name)])));
  const times = asTexts(column(data, timeName)).values.map((time) => time ?? "NA");
  const firsts = ids.flatMap((id, row) => (ids.indexOf(id) === row ? [row] : []));
  const persons = takeRows(data, firsts);
  const constants = all.filter((name) => name !== timeName && !measures.includes(name));
  const separator = args.text("sep", ".");
  const wide = [...new Set(times)].flatMap((time) =>
    measures.map((measure): readonly [string, RValue] => {
      const positions = firsts.map((first) => {
        const row = ids.findIndex((id, at) => id === ids[first] && times[at] === time);
        return row < 0 ? null : row;
      });
      return [`${measure}${separator}${time}`, subsetVector(asVector(column(data, measure)), positions)];
    }),
  );
  return frameFromEntries(
    [...constants.map((name): readonly [string, RValue] => [name, column(persons, name)]), ...wide],
    persons.attributes.rowNames,
  );
}

export const RESHAPING: Bindings = {
  reshape: bind("data varying v.names timevar idvar ids times drop direction new.row.names sep split", (args) => {
    const data = asList(args.value("data"));
    if (!isFrame(data)) throw new DialectError("reshape() needs a data frame");
    return args.text("direction") === "long" ? toLong(args, data) : toWide(args, data);
  }),
};
