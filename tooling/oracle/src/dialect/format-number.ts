/** A number as R's as.character writes it: at most 15 digits, and the shorter of plain and scientific notation. */
export function formatNumber(value: number): string {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "Inf" : "-Inf";
  if (value === 0) return "0";
  // Whole numbers stand for R's integers, which are always written out.
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) return String(value);
  const [mantissa = "0", exponent = "0"] = shortest(value).split("e");
  const digits = mantissa.replace(/[-.]/g, "");
  const power = Number(exponent);
  const sign = value < 0 ? "-" : "";
  const plain = sign + plainDigits(digits, power);
  const point = digits.length > 1 ? `${digits.charAt(0)}.${digits.slice(1)}` : digits;
  const scientific = `${sign}${point}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  return plain.length <= scientific.length ? plain : scientific;
}

function shortest(value: number): string {
  for (let digits = 0; digits < 14; digits++) {
    const written = value.toExponential(digits);
    if (Number(written) === Number(value.toExponential(14))) return written;
  }
  return value.toExponential(14);
}

function plainDigits(digits: string, power: number): string {
  if (power < 0) return `0.${"0".repeat(-power - 1)}${digits}`;
  if (digits.length <= power + 1) return digits + "0".repeat(power + 1 - digits.length);
  return `${digits.slice(0, power + 1)}.${digits.slice(power + 1)}`;
}
