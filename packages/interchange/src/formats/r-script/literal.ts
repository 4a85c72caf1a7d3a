/** A number as R reads it back, to the last digit; NA for what is missing. */
export function rNumber(value: number | null): string {
  if (value === null) return "NA";
  if (!Number.isFinite(value)) throw new RangeError(`Not a number that a file can carry: ${value}`);
  return Object.is(value, -0) ? "0" : String(value);
}

/** Text as a string of R. Everything outside plain ASCII is written by its number, so that no encoding can spoil it. */
export function rText(text: string): string {
  const escaped = Array.from(text, (character) => {
    if (character === '"' || character === "\\") return `\\${character}`;
    const code = character.codePointAt(0) ?? 0;
    return code >= 0x20 && code < 0x7f ? character : code === 0 ? "" : `\\U{${code.toString(16)}}`;
  });
  return `"${escaped.join("")}"`;
}

/** Numbers as a vector of R, NA for what is missing, over several lines where it is long. */
export function rVector(values: readonly (number | null)[]): string {
  return values.length === 0 ? "numeric(0)" : wrap(`c(${values.map(rNumber).join(", ")})`);
}

/** Text as one line of a comment: whatever could end the line is a space, and what is not ASCII a question mark. */
export function rComment(text: string): string {
  return `# ${text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/[^ -~]/gu, "?")
    .trim()}`;
}

/** A table as text inside the script. Cells are numbers, NA, or words without quotes, commas and line ends. */
export function rTable(headings: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  const cell = (value: string | number | null) =>
    typeof value === "string" ? value.replaceAll(/[^\w. :/+-]/g, "_") : rNumber(value);
  const lines = [headings.join(","), ...rows.map((row) => row.map(cell).join(","))];
  return `read.csv(text = "${lines.join("\n")}", stringsAsFactors = FALSE)`;
}

/** Long lines are broken at spaces, which R does not mind inside a vector. */
function wrap(text: string): string {
  return text.replaceAll(/(.{1,110})(?: |$)/g, "$1\n").trimEnd();
}
