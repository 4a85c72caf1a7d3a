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

# Bars: a few whole points each where everything is whole, else as Freedman and Diaconis have it.
both <- c(pre, post)
ends <- if (is.na(range_minimum)) range(both) else c(range_minimum, range_maximum)
is_whole <- function(x) all(x == round(x))
edges <- if (ends[1] == ends[2]) {
  ends[1] + 0:1
} else if (is_whole(both) && is_whole(ends)) {
  width <- ceiling((diff(ends) + 1) / 16)
  ends[1] + width * (0:ceiling((diff(ends) + 1) / width))
} else {
  width <- 2 * diff(quantile(both, c(0.25, 0.75), names = FALSE)) / length(both)^(1 / 3)
  bars <- max(4, min(16, if (width > 0) ceiling(diff(ends) / width) else 16))
  ends[1] + diff(ends) * (0:bars) / bars
}
inside <- function(values) tabulate(findInterval(values, edges, rightmost.closed = TRUE), length(edges) - 1)
for (bar in seq_len(length(edges) - 1)) {
  name <- function(what) paste0("distribution.bar-", bar, ".", what)
  figure(name("from"), edges[bar])
  figure(name("to"), edges[bar + 1])
  figure(name("before"), inside(pre)[bar])
  figure(name("after"), inside(post)[bar])
}`,
};
