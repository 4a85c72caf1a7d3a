import type { RSection } from "./section";

export const DISTRIBUTION_SECTION: RSection = {
  name: "distribution",
  title: "Scores before and after",
  code: `figure("distribution.n", n)
for (when in c("before", "after")) {
  values <- if (when == "before") pre else post
  name <- function(what) paste0("distribution.", when, ".", what)
  quartiles <- quantile(values, c(0.25, 0.5, 0.75), type = 7)
  figure(name("first-quartile"), quartiles[1])
  figure(name("median"), quartiles[2])
  figure(name("third-quartile"), quartiles[3])
  figure(name("floor"), mean(values == range_minimum))
  figure(name("ceiling"), mean(values == range_maximum))
}

# Bars: by the steps the scores move in (the coarsest on which nine of ten lie, at least half of them seen; by 1 where all
# are whole), the same number of steps in each bar and a score between two steps with the nearer; where scores move
# freely, as Freedman and Diaconis have it.
both <- c(pre, post)
ends <- if (is.na(range_minimum)) range(both) else c(range_minimum, range_maximum)
whole <- all(c(both, ends) == round(c(both, ends)))
moves_by <- function(count) {
  places <- (both - ends[1]) / (diff(ends) / count)
  on <- abs(places - round(places)) < 1e-6 * count
  seen <- length(unique(round(places[on])))
  mean(on) >= 0.9 && seen >= (if (count <= 15) max(3, (count + 1) / 2) else 3) && 2 * length(unique(places[!on])) <= seen
}
steps <- if (diff(ends) == 0) 0 else Find(moves_by, seq_len(if (whole) min(15, diff(ends) - 1) else 200))
if (is.null(steps) && whole) steps <- diff(ends)
step <- if (is.null(steps)) NA else if (steps == 0) 1 else diff(ends) / steps
edges <- if (is.null(steps)) {
  width <- 2 * diff(quantile(both, c(0.25, 0.75), names = FALSE)) / length(both)^(1 / 3)
  bars <- max(4, min(16, if (width > 0) ceiling(diff(ends) / width) else 16))
  ends[1] + diff(ends) * (0:bars) / bars
} else {
  width <- ceiling((steps + 1) / 16)
  ends[1] + pmin(width * (0:ceiling((steps + 1) / width)), steps + 1) * step
}
placed <- function(values) {
  if (is.null(steps)) values else ends[1] + pmin(steps, pmax(0, floor((values - ends[1]) / step + 0.5))) * step
}
inside <- function(values) {
  tabulate(findInterval(placed(values), edges, rightmost.closed = is.null(steps)), length(edges) - 1)
}
for (bar in seq_len(length(edges) - 1)) {
  name <- function(what) paste0("distribution.bar-", bar, ".", what)
  figure(name("from"), edges[bar])
  figure(name("to"), edges[bar + 1])
  figure(name("before"), inside(pre)[bar])
  figure(name("after"), inside(post)[bar])
}`,
};
