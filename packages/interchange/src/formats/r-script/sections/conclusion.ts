/** Compares what R found with what the page says, prints the table, and ends with status 1 where they differ. */
export const CONCLUSION = String.raw`page$found <- vapply(page$name, function(name) {
  if (exists(name, envir = found, inherits = FALSE)) get(name, envir = found) else NA_real_
}, numeric(1))
page$difference <- page$found - page$value
allowed <- page$tolerance * pmax(abs(page$value), page$floor)
page$verdict <- ifelse(!is.na(page$difference) & abs(page$difference) <= allowed, "ok", "DIFFERENT")
digits <- function(values, count) vapply(values, format, "", digits = count)
cat(sprintf("%-46s %22s %22s %10s\n", "figure", "page", "R", "difference"))
cat(sprintf("%-46s %22s %22s %10s  %s\n", page$name, digits(page$value, 15), digits(page$found, 15),
            digits(page$difference, 2), page$verdict), sep = "")
different <- sum(page$verdict != "ok")
cat(sprintf("\n%d figures, %d different. %s\n", nrow(page), different, R.version.string))
if (different > 0) {
  if (interactive()) warning("R finds other figures than the page.") else quit(save = "no", status = 1)
}`;
