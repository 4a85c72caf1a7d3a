c(a=1,b=2)
1:5 + 0.5
-2^2
2^-1
x <- c(3,1,2); sort(x)
order(c("b","A","a","B"))
factor(c("x","y",NA,"x"))
table(c("a","b","a"))
table(d$g, d$h)
unclass(as.matrix(table(d$g, d$h)))
tapply(d$y, d$g, mean)
tapply(d$y, list(d$g, d$h), sum)
sapply(split(d$y, d$g), mean)
lapply(split(d, d$g), function(q) list(n=nrow(q), m=mean(q$y)))
do.call(rbind, lapply(split(d, d$g), function(q) data.frame(g=q$g[1], n=nrow(q), m=mean(q$y))))
aggregate(y ~ g, d, mean)
aggregate(d$y, list(grp=d$g), mean)
aggregate(cbind(y,x) ~ g + h, data=d, FUN=mean)
merge(data.frame(k=c(1,2,3),a=c("p","q","r")), data.frame(k=c(3,1,4),b=c(TRUE,FALSE,TRUE)), all.x=TRUE)
with(d, mean(y[g=="a"]))
subset(d, y > 2, select=c(g,y))
d[d$y > 2 & !is.na(d$y), c("g","y")]
d[order(d$g, -d$y), ]
{ d$z <- ifelse(d$y > 2, "hi", "lo"); table(d$z, d$g) }
{ d$q <- NULL; d[["new"]] <- d$y * 2; head(d, 2) }
paste0("e", 1:3)
paste("a", 1:2, sep="-", collapse="+")
sprintf("%s_%02d %.2f", c("a","b"), 1:2, 3.14159)
quantile(d$y, c(.1,.9), na.rm=TRUE)
cut(c(1,5,10), c(0,5,10))
cut(c(0,5,10), c(0,5,10), include.lowest=TRUE, right=FALSE)
cut(c(1,5,10), breaks=c(-Inf,4,Inf), labels=c("lo","hi"))
apply(matrix(1:6,2), 1, sum)
apply(matrix(1:6,2), 2, function(v) v*2)
matrix(1:6, 2, byrow=TRUE, dimnames=list(c("r1","r2"), NULL))
t(matrix(1:6,2)) %*% c(1,2)
solve(matrix(c(2,1,1,3),2))
solve(matrix(c(2,1,1,3),2), c(1,2))
diag(3)
{S <- matrix(1:9,3); diag(S) <- 0; S[-1,-1]}
outer(1:3, 1:2)
outer(c(a=1,b=2), c(x=1,y=2), function(p,q) p-q)
Reduce(`+`, 1:5, accumulate=TRUE)
Reduce(function(a,b) merge(a,b,by="k"), list(data.frame(k=1:2,a=3:4), data.frame(k=1:2,b=5:6)))
mapply(function(a,b) a+b, 1:3, 4:6)
mapply(function(a,b) paste(a,b), c(x="p",y="q"), c("r","s"))
vapply(1:3, function(i) i^2, numeric(1))
sapply(c("a","b"), nchar)
sapply(1:3, function(i) c(i, i^2))
Map(function(a,b) a*b, 1:2, 3:4)
rowSums(d[,c("y","x")], na.rm=TRUE)
colMeans(d[,c("y","x")], na.rm=TRUE)
as.numeric(as.character(factor(c("10","20"))))
as.integer(d$g == "a")
rev(cumsum(1:4))
which(c(FALSE,TRUE,TRUE))
which.max(c(a=1,b=5,c=2))
unlist(list(a=1,b=list(c=2,d=3)))
unlist(lapply(split(d$y, d$g), mean))
setdiff(1:5, 2:3)
interaction(c("a","b"), c("x","y"))
levels(relevel(factor(c("a","b","c")), "c"))
levels(droplevels(factor(c("a","b"), levels=c("a","b","c"))))
nlevels(factor(d$g))
complete.cases(d)
nrow(na.omit(d))
mean(d$y, na.rm=TRUE)
var(c(1,2,4))
cor(d$y, d$x, use="complete.obs")
cor(d[,c("y","x")], use="pairwise")
round(2.5); 
round(-1.567, 2)
round(0.15, 1)
round(2.675, 2)
signif(123456, 2)
seq(0, 1, by=0.25)
seq(1, 10, length.out=4)
rep(c("a","b"), times=c(2,1))
rep(1:2, each=2, times=2)
is.na(c(1,NA,NaN))
any(is.na(d$y))
nchar("hello")
toupper("abc")
substr("hello", 2, 3)
gsub("[aeiou]", "_", "hello")
sub("(h)(e)", "\\2\\1", "hello")
strsplit("a,b,c", ",")[[1]]
grepl("^a", c("abc","bcd"))
switch("b", a=1, b=2, 3)
(function(x, ...) sum(x, ...))(c(1,NA,2), na.rm=TRUE)
{f <- function(x, y = x * 2) x + y; f(2)}
{s <- 0; for (i in 1:10) { if (i == 3) next; if (i > 5) break; s <- s + i }; s}
{i <- 0; while (i < 3) i <- i + 1; i}
prop.table(table(d$g))
prop.table(table(d$g, d$h), 1)
xtabs(~ g + h, d)
xtabs(y ~ g, d)
addmargins(table(d$g, d$h))
colSums(table(d$g, d$h))
table(d$g, d$h)["a", ]
table(d$g, d$h)["a","u"]
unique(d$g)
duplicated(c(1,2,1))
match(c("b","z"), c("a","b"))
names(which.max(table(d$g)))
as.data.frame(table(d$g))
data.frame(a=1:2, b=c("x","y"))[2, "b"]
cbind(1:2, c(3,4))
cbind(a=1:2, b=3:4)
rbind(c(x=1,y=2), c(3,4))
rbind(data.frame(a=1,b="x"), data.frame(a=2,b="y"))
array(1:8, c(2,2,2))[1,2,2]
list(a=NULL, b=NA)
I(5)
list(ci=I(5), v=c(1,2), s=3)
tail(1:10, 3)
head(letters, 2)
LETTERS[3]
pi
nchar(c("a", NA))
max(c("apple","banana"))
range(c(3,1,2))
ave(c(1,2,3,4), c("a","a","b","b"))
ave(d$y, d$g, FUN=function(v) sum(v, na.rm=TRUE))
do.call(cbind, list(a=1:2, b=3:4))
Filter(function(v) v > 1, c(1,2,3))
mean(c(TRUE,FALSE,TRUE))
sum(d$g == "a" & d$h == "u")
unsplit(split(1:4, c("a","b","a","b")), c("a","b","a","b"))
stack(list(a=1:2,b=3))
reshape(data.frame(id=1:2,y.1=c(5,6),y.2=c(7,8)), direction="long", varying=c("y.1","y.2"), v.names="y", timevar="time", times=c(1,2), idvar="id")
crossprod(matrix(1:4,2))
expand.grid(a=1:2,b=c("x","y"))
nchar(format(3.14159, digits=3))
identical(c(1,2), c(1,2))
is.factor(factor("a"))
vapply(split(d, d$g), nrow, 1L)
tryCatch(stop("x"), error=function(e) "caught")
{x <- c(1,2,3); x[5] <- 9; x}
{x <- list(); x$a <- 1; x[["b"]] <- 2; x}
{x <- c(a=1); x["b"] <- 2; x}
{x <- 1:5; x[x > 3] <- 0L; x}
{names(d)[1] <- "gg"; names(d)}
{m <- matrix(0,2,2); m[1,] <- c(1,2); m}
{d[d$g=="a","y"] <- 0; d$y}
{d$y[is.na(d$y)] <- 99; d$y}
{levels(f <- factor(c("a","b")))[1] ; }
factor(c(1,2,3), labels=c("one","two","three"))
factor(c(3,1,2), levels=3:1)
as.vector(table(c(1,1,2)))
diff(c(1,4,9))
scale(c(1,2,3))[,1]
crossprod(c(1,2,3))
sqrt(diag(matrix(c(4,0,0,9),2,dimnames=list(c("a","b"),c("a","b")))))
seq_len(0)
mean(sapply(split(d, d$g), function(q) nrow(q)))
nchar(deparse(y ~ x + z))
mad(c(1,2,3,4,100))
rank(c(10,20,10,30))
order(c(2,1,NA,3), decreasing=TRUE)
trunc(-1.5)
5 %/% 2
-5 %% 3
5.5 %% 2
xor(TRUE,FALSE)
1e5
as.character(123456.789)
as.character(0.1+0.2)
as.character(1/3)
as.character(1e-4)
as.character(100000L)
paste(0.1, 1e10, 1e15, 1e16, 123456789012)
format(TRUE)
nlevels(interaction(d$g, d$h, drop=TRUE))
length(NULL)
is.null(list())
inherits(d, "data.frame")
class(d)
class(matrix(1,1,1))
d[["y"]][2]
d[2, ]
d[-1, "y"]
d[, 1]
d["y"]
rownames(d[d$g == "b", ])
colnames(d)
sapply(d, class)
sapply(d[, c("y","x")], mean, na.rm=TRUE)
lapply(c(a=1,b=2), function(v) v + 1)
transform(d, w = y + x)[1:2, ]
within(d, { w <- y + x })[1:2, ]
by(d$y, d$g, function(v) mean(v))
cor(1:10, (1:10)^2, method="spearman")
weighted.mean(c(1,2,3), c(3,2,1))
cumprod(1:5)
outer(1:2, 1:3, "+")
max(-Inf, NA, na.rm=TRUE) == -Inf
pmin(c(1,5), c(3,2))
pmax(0, c(-1,2))
rowMeans(matrix(1:4,2))
sweep(matrix(1:4,2), 2, c(1,2))
mapply(rep, 1:3, 3:1)
rapply(list(1,2), function(v) v*2, how="unlist")
sapply(list(a=1:3,b=4:6), range)
nchar(trimws("  a "))
letters[1:2]
reshape(data.frame(id=1:2,y.1=c(5,6),y.2=c(7,8),w.1=1:2,w.2=3:4), direction="long", varying=c("y.1","w.1","y.2","w.2"), idvar="id")
reshape(data.frame(id=c(1,1,2,2),t=c(1,2,1,2),y=5:8), direction="wide", idvar="id", timevar="t")
reshape(data.frame(id=c(1,1,2),t=c(1,2,1),y=5:7,b=c(9,9,8)), direction="wide", idvar=c("id","b"), timevar="t", v.names="y")
tapply(d$y, d$g, mean, na.rm=TRUE)
sapply(split(d, d$g), function(q) c(n=nrow(q), m=mean(q$x)))
do.call(rbind, lapply(c(2,3), function(m) data.frame(id=1:2, month=m, v=d$y[1:2]*m, tr=factor(d$g[1:2], c("b","a")))))
do.call(rbind, by(d, d$g, function(q) data.frame(g=q$g[1], s=sum(q$x))))
split(d$x, list(d$g, d$h))
split(d, list(d$g, d$h), drop=TRUE)
do.call("sum", list(1,2,3))
{ L <- lapply(1:2, function(k) list(a=k, b=k^2)); do.call(rbind, lapply(L, as.data.frame)) }
{ x <- list(a=1); x$b$c <- 2; x }
{ w <- tapply(d$x, list(d$g, d$h), sum); colSums(w, na.rm=TRUE) }
{ w <- tapply(d$x, list(d$g, d$h), sum); w[!is.na(w[,1]), ] }
{ m <- sapply(split(d$x, d$g), range); rownames(m) <- c("lo","hi"); m["lo", "a"] }
{ k <- d[!duplicated(d$g), ]; k$g }
{ r <- c(a=1,b=2,c=3); r[c("c","a")] }
{ r <- c(a=1,b=2,c=3); r[-1] }
{ f <- factor(d$g); levels(f) <- c("x","y","z"); table(f) }
{ f <- factor(d$g); levels(f)[levels(f)=="c"] <- "a"; table(f) }
{ f <- factor(d$g, levels=c("c","b","a")); as.integer(f) }
{ f <- factor(c("lo","hi","lo"), levels=c("lo","hi"), ordered=TRUE); f < "hi" }
as.numeric(factor(c(10,20,10)))
cut(d$x, quantile(d$x, 0:2/2), include.lowest=TRUE)
cut(d$x, 3, labels=FALSE)
findInterval(c(1,5), c(0,2,4))
d[which(d$g == "a")[1], "x"]
d[d$g %in% c("a","b") & d$x > 1, ]$x
nrow(d[d$g == "zz", ])
mean(d[d$g == "a", "x"])
ifelse(is.na(d$y), mean(d$y, na.rm=TRUE), d$y)
table(cut(d$x, c(0,2,4,6)), d$g)
table(d$x > 3, d$g == "a")
table(factor(d$g, c("c","b","a")), d$h)[2:3, ]
unclass(table(d$g))
c(table(d$g))
as.vector(table(d$g, d$h))
names(table(d$g))
dim(table(d$g, d$h))
length(table(d$g))
sum(table(d$g)^2)
table(d$g) / nrow(d)
apply(as.matrix(d[, c("y","x")]), 1, function(r) sum(is.na(r)))
apply(d[, c("y","x")], 2, max, na.rm=TRUE)
apply(matrix(c(1,NA,3,4),2), 1, function(r) r[max(which(!is.na(r)))])
rowSums(d[, c("y","x")] > 2, na.rm=TRUE)
rowSums(is.na(d[, c("y","x")]))
rowMeans(d[, c("y","x")], na.rm=TRUE)
sapply(d[, c("y","x")], function(v) sum(!is.na(v)))
{ X <- d[, c("y","x")]; for (r in c("x")) X[[r]] <- 7 - X[[r]]; X$x }
{ X <- d[, c("y","x")]; X[is.na(X)] <- 0; X }
{ X <- d; X[X$g == "a", "x"] <- 100; X$x }
{ X <- d; X$x[X$g == "a"] <- NA; sum(is.na(X$x)) }
{ X <- d; X[["y"]][2] <- 50; X$y[2] }
{ X <- d; X[order(X$x), ]$x }
{ X <- d; names(X)[names(X) == "x"] <- "zz"; names(X) }
{ X <- d; colnames(X)[2] <- "HH"; colnames(X) }
{ X <- d; X <- X[, !(names(X) %in% c("g"))]; names(X) }
{ X <- d; X[, "n"] <- 1; X$n }
{ X <- d; X <- cbind(X, k=1:7); X$k }
{ X <- rbind(d, d); nrow(X) }
{ a <- setNames(1:3, c("x","y","z")); b <- setNames(4:6, c("y","z","w")); i <- intersect(names(a), names(b)); cbind(a[i], b[i]) }
{ s <- summary(c(1,2,3,4)); 1 }
list(a = 1, b = list(c = "x", d = c(TRUE, FALSE)))
list(1, 2)
lapply(list(c(1,2), c(3,4)), function(v) list(s = sum(v), v = I(v)))
if (length(d$g) > 3) "many" else "few"
is.null(list(a=1)$b)
{ opt <- list(x = c(1,2)); opt[["x"]][2] }
{ `%+%` <- function(a, b) paste0(a, b); "x" %+% "y" }
sapply(c(0.025, 0.975), function(p) qnorm(p))
c(-1, 1) * qnorm(0.975)
exp(log(2) + c(-1,1) * 1.96 * 0.1)
mean(d$x) + c(lower=-1, upper=1) * sd(d$x)
unname(quantile(d$x, 0.5))
as.numeric(quantile(d$x, c(.25,.75)))
outer(d$x[1:3], d$x[4:5], ">")
mean(outer(c(1,2), c(1,3), function(a,b) (a>b) + 0.5*(a==b)))
combn(4, 2)
combn(c("a","b","c"), 2, paste, collapse="-")
choose(5,2)
crossprod(as.matrix(d[, "x", drop=FALSE]))
det(matrix(c(2,1,1,3),2))
rev(list(1,"a"))
round(-0.5)
round(1e6 + 0.123456789, 5)
round(c(80.5-83.8, 84.9-84.9, 1.1-1.0), 10)
identical(round(80.5-83.8,10), -3.3)
seq(10, 1, by=-3)
seq(2, 8, 2)
rep(NA, 3)
rep("a", 0)
numeric(0)
character(0)
sum(numeric(0))
max(numeric(0), -1)
NULL
TRUE && FALSE || TRUE
!c(TRUE, NA)
NA > 1
NA & FALSE
5 %in% NULL
nchar("")
is.na(NA_character_)
as.integer("12")
as.integer(3.9)
as.integer(TRUE)
as.logical("yes")
as.numeric("abc")
sprintf("%d items", 3L)
sprintf("%.3f", pi)
sprintf("%5.1f|", 2.25)
sprintf("%e", 12345.678)
sprintf("%s", 1.5)
sprintf("%s", 1L)
format(1234.5678, nsmall=2)
format(0.5, nsmall=2)
formatC(3.14159, digits=3, format="f")
formatC(5, width=3, flag="0")
toString(1:3)
rev(strsplit("a b c", " ")[[1]])
unlist(strsplit(c("a-b","c-d"), "-"))
sapply(strsplit(c("a-b","c-d"), "-"), `[`, 1)
sapply(strsplit(c("a-b","c-d"), "-"), "[[", 2)
sapply(list(list(p=1),list(p=2)), function(z) z$p)
sapply(list(list(p=1),list(p=2)), `[[`, "p")
Recall <- NULL
(\(x) x + 1)(2)
c(1,2) |> sum()
{ x <- 5; f <- function() x <<- x + 1; f(); x }
{ f <- function(n) if (n <= 1) 1 else n * f(n - 1); f(5) }
{ f <- function(...) { a <- list(...); length(a) }; f(1,2,3) }
{ f <- function(x, ...) UseMethod("f"); 1 }
{ f <- function(a, b) { if (missing(b)) "no b" else "b" }; f(1) }
{ g <- function(v) { v[1] <- 100; v }; x <- 1:3; g(x); x }
{ repeat { break }; 1 }
vapply(list(1:3, 4:6), sum, numeric(1))
Position(function(v) v > 2, c(1,3,5))
Find(function(v) v > 2, c(1,3,5))
nchar(paste(rep("a", 5), collapse=""))
order(d$g, d$h, decreasing=c(TRUE,FALSE), method="radix")
order(-d$x, d$g)
sort(c(b=2,a=1))
sort(d$g, decreasing=TRUE)
sort(c(TRUE,FALSE,TRUE))
rank(-c(3,1,2))
rank(c("b","a","c"))
rowsum(d$x, d$g)
max(table(d$g))
tabulate(c(1,2,2,5))
mapply(function(n, v) paste(n, v), c("a","b"), c(1,2), USE.NAMES=FALSE)
array(1:3)
colnames(matrix(1:4, 2, dimnames=list(NULL, c("p","q"))))
rbind(a=c(x=1,y=2), b=c(3,4))
cbind(matrix(1:4,2), 9)
cbind(d[1:2, c("g","x")], new=c(5,6))
rbind(d[1,], d[7,])$g
data.frame(a=1:3, b=2)
data.frame(m=matrix(1:4,2))
data.frame(matrix(1:4,2,dimnames=list(NULL,c("p","q"))))
data.frame(x=c(a=1,b=2))
data.frame(`a b`=1, check.names=FALSE)
as.list(1:3)
as.list(d[1, c("g","x")])
is.numeric(d$x)
is.character(d$g)
nrow(unique(d[, c("g","h")]))
ncol(d)
NROW(d$x)
max(sapply(split(d, d$g), nrow))
mean(unlist(lapply(1:3, function(i) i)))
any(duplicated(d$g))
all(d$x > 0)
cor(d$x, d$y, use="pairwise.complete.obs")
cov(d[complete.cases(d), c("y","x")])
var(d[, c("y","x")], na.rm=TRUE)
median(d$y, na.rm=TRUE)
IQR(d$x)
mad(d$x)
cor(cbind(a=c(1,2,3), b=c(2,4,7)))
prop.table(c(a=1,b=3))
cumsum(table(d$g))
rev(table(d$g))
sort(table(d$g), decreasing=TRUE)
table(d$g)[["a"]]
table(d$g)["a"]
as.numeric(table(d$g)["a"])
sapply(levels(factor(d$g)), function(l) sum(d$g == l))
mean(d$x[d$g == "a"]) - mean(d$x[d$g == "b"])
with(d, tapply(x, g, length))
with(d, table(g, h))
within(d, w <- x * 2)$w
d$x |> mean()
as.numeric(difftime(as.Date("2020-01-03"), as.Date("2020-01-01"), units="days"))
as.numeric(as.Date("1980-12-31"))
{ k <- cor.test(c(3,1,2,5), c(2,1,5,4), method="kendall"); c(unname(k$statistic), k$p.value) }
{ s <- cor.test(c(3,1,2,5,9,7), c(2,1,5,4,6,3), method="spearman"); c(unname(s$statistic), s$p.value) }
{ x <- c(3,5,1,9,4,2,7,8,6,0,11,12); c(cor.test(x, x^2-9*x, method="spearman")$p.value, cor.test(x, -x^2, method="spearman", alternative="less")$p.value) }
cor.test(c(3,1,2,5,9,7), c(2,1,5,4,6,3), alternative="greater")$conf.int[1:2]
qt(c(0.025, 0.975), 12, 1.5)
pnorm(c(-40, -3), log.p=TRUE)
pnorm(40, lower.tail=FALSE, log.p=TRUE)
c(plnorm(2, 0.5, 1.5), qlnorm(0.3), pweibull(2, 1.5, 3), qweibull(0.3, 1.5, 3))
as.numeric(metafor::escalc("SMCC", m1i=5, m2i=4, sd1i=2, sd2i=3, ni=20, ri=0.4)[1,])
as.numeric(metafor::escalc("MC", m1i=5, m2i=4, sd1i=2, sd2i=3, ni=20, ri=0.4)[1,])
as.numeric(metafor::escalc("ROM", m1i=5, sd1i=2, n1i=20, m2i=4, sd2i=3, n2i=15)[1,])
as.numeric(metafor::escalc("SMDH", m1i=5, sd1i=2, n1i=20, m2i=4, sd2i=3, n2i=15)[1,])
as.numeric(metafor::escalc("PETO", ai=3, bi=10, ci=6, di=9)[1,])
as.numeric(metafor::escalc("AS", ai=3, bi=10, ci=6, di=9)[1,])
as.numeric(metafor::escalc("ZCOR", ri=0.4, ni=25)[1,])
as.numeric(metafor::escalc("PLO", xi=0, ni=25)[1,])
as.numeric(metafor::escalc("IRR", x1i=3, x2i=6, t1i=20, t2i=30)[1,])
coef(lm(y ~ scale(x), d))
kruskal.test(list(c(1,2,5),c(3,4,9),c(7,8)))$p.value
factorial(c(0,5,12))
unname(coef(lm(x ~ poly(c(1,2,4,7,8,9,12), 2), d)))
unname(coef(lm(x ~ poly(c(1,2,4,7,8,9,12), 2, raw=TRUE), d)))
as.numeric(predict(lm(y ~ poly(x, 2), d[-3,]), data.frame(x=c(2,3.5))))
as.numeric(predict(lm(y ~ x, d), data.frame(x=3), interval="prediction", level=0.9))
as.numeric(predict(lm(y ~ x, d), data.frame(x=3), se.fit=TRUE)$se.fit)
coef(update(lm(y ~ x, d), . ~ . + h))
duplicated(d$g, fromLast=TRUE)
as.numeric(drop1(lm(y ~ x + h, d), test="F")$RSS)
as.numeric(anova(glm(h == "u" ~ y, binomial, d, control=glm.control(epsilon=1e-14)), test="Chisq")[2, 5])
as.numeric(confint(lm(y ~ x, d), "x", level=0.8))
var.test(c(1,2,5,9), c(2,3,3.5,4))$p.value
as.numeric(var.test(c(1,2,5,9), c(2,3,3.5,4), alternative="less")$conf.int[2])
apply(array(1:12, c(2,3,2)), 3, sum)
apply(array(1:12, c(2,3,2)), c(1,3), sum)
unname(prop.test(matrix(c(8,12,15,5), 2))$p.value)
merge(data.frame(k=1:2, v=3:4), data.frame(k=2:1, v=5:6), by="k", suffixes=c(".a", ".b"))
merge(data.frame(k=1:2, v=3:4), data.frame(m=2:1, w=5:6), by.x="k", by.y="m")
outer(1:2, 1:3, Vectorize(function(a, b) max(a, b)))
dnbinom(3, size=2, mu=1.5)
pnbinom(3, 2, 0.4, lower.tail=FALSE)
pchisq(5, 2, ncp=1.5)
qchisq(0.9, 2, ncp=1.5)
cor.test(c(1,5,2,4,3,8), c(2,1,7,7,5,9), method="spearman", exact=FALSE, continuity=TRUE)$p.value
nrow(na.omit(cbind(c(1,NA,3), c(4,5,NA))))
