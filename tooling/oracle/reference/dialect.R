# What R answers to each line of dialect-calls.R, for src/dialect/dialect.fixtures.json.
# Run from this folder: Rscript dialect.R > ../src/dialect/dialect.fixtures.json
suppressMessages(library(jsonlite))

data <- 'data.frame(g=c("b","a","a","c","b","c","a"), h=c("u","v","u","u","v","v","v"), y=c(1.5,2,NA,4,3.25,2,7), x=c(2,1,3,5,4,4,6))'

# The form of the cases' outputs: a vector of one is the value itself unless in I(), names make an object,
# a matrix has rows, cols and values, a data frame is its rows.
plain <- function(x) {
  if (is.null(x)) return(NULL)
  if (is.data.frame(x)) {
    x[] <- lapply(x, function(column) if (is.factor(column)) as.character(column) else column)
    return(lapply(seq_len(nrow(x)), function(i) lapply(as.list(x), function(column) {
      if (is.matrix(column)) plain(column[i, ]) else unname(column)[i]
    })))
  }
  if (length(dim(x)) == 2) {
    rows <- lapply(seq_len(nrow(x)), function(i) unname(unclass(x)[i, ]))
    return(list(rows = rownames(x), cols = colnames(x), values = rows))
  }
  if (length(dim(x)) == 1) x <- setNames(as.vector(x), names(x))
  if (is.list(x)) return(lapply(x, plain))
  if (is.factor(x)) x <- setNames(as.character(x), names(x))
  if (inherits(x, "AsIs")) return(as.list(unclass(unname(x))))
  if (!is.null(names(x))) return(as.list(unclass(x)))
  x
}

answer <- function(call) {
  inside <- new.env(parent = globalenv())
  inside$d <- eval(parse(text = data))
  list(call = call, value = plain(suppressWarnings(eval(parse(text = call), inside))))
}

calls <- readLines("dialect-calls.R")
cat(toJSON(list(
  source = paste0("R ", getRversion(), ", jsonlite ", packageVersion("jsonlite")),
  data = data,
  answers = lapply(calls, answer)
), auto_unbox = TRUE, digits = NA, null = "null", na = "null", pretty = 1), "\n")
