"""Certified answers of NIST's Statistical Reference Datasets for linear regression, recomputed exactly.

    python3 reference/nist-strd.py > src/linear-algebra/nist-strd.fixtures.json

The data sets are works of the United States government and in the public domain (National Institute of Standards and
Technology, Statistical Reference Datasets, itl.nist.gov/div898/strd). The least-squares problem is solved here in exact
rational arithmetic from the decimal figures; square roots are taken with 50 digits. What NIST certifies, to 15 digits,
is asserted for the figures typed out below.
"""
import json
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 50

NORRIS = """0.1 0.2 338.8 337.4 118.1 118.2 888.0 884.6 9.2 10.1 228.1 226.5 668.5 666.3 998.5 996.3 449.1 448.6 778.9 777.0
559.2 558.2 0.3 0.4 0.1 0.6 778.1 775.5 668.8 666.9 339.3 338.0 448.9 447.5 10.8 11.6 557.7 556.0 228.3 228.1 998.0 995.8
888.8 887.6 119.6 120.2 0.3 0.3 0.6 0.3 557.6 556.8 339.3 339.1 888.0 887.2 998.5 999.0 778.9 779.0 10.2 11.1 117.6 118.3
228.9 229.2 668.4 669.1 449.2 448.9 0.2 0.5"""
PONTIUS = """.11019 .21956 .32949 .43899 .54803 .65694 .76562 .87487 .98292 1.09146 1.20001 1.30822 1.41599 1.52399 1.63194
1.73947 1.84646 1.95392 2.06128 2.16844 .11052 .22018 .32939 .43886 .54798 .65739 .76596 .87474 .98300 1.09150 1.20004
1.30818 1.41613 1.52408 1.63159 1.73965 1.84696 1.95445 2.06177 2.16829"""
FILIP = """0.8116 -6.860120914 0.9072 -4.324130045 0.9052 -4.358625055 0.9039 -4.358426747 0.8053 -6.955852379 0.8377
-6.661145254 0.8667 -6.355462942 0.8809 -6.118102026 0.7975 -7.115148017 0.8162 -6.815308569 0.8515 -6.519993057
0.8766 -6.204119983 0.8885 -5.853871964 0.8859 -6.109523091 0.8959 -5.79832982 0.8913 -5.482672118 0.8959 -5.171791386
0.8971 -4.851705903 0.9021 -4.517126416 0.909 -4.143573228 0.9139 -3.709075441 0.9199 -3.499489089 0.8692 -6.300769497
0.8872 -5.953504836 0.89 -5.642065153 0.891 -5.031376979 0.8977 -4.680685696 0.9035 -4.329846955 0.9078 -3.928486195
0.7675 -8.56735134 0.7705 -8.363211311 0.7713 -8.107682739 0.7736 -7.823908741 0.7775 -7.522878745 0.7841 -7.218819279
0.7971 -6.920818754 0.8329 -6.628932138 0.8641 -6.323946875 0.8804 -5.991399828 0.7668 -8.781464495 0.7633
-8.663140179 0.7678 -8.473531488 0.7697 -8.247337057 0.77 -7.971428747 0.7749 -7.676129393 0.7796 -7.352812702 0.7897
-7.072065318 0.8131 -6.774174009 0.8498 -6.478861916 0.8741 -6.159517513 0.8061 -6.835647144 0.846 -6.53165267 0.8751
-6.224098421 0.8856 -5.910094889 0.8919 -5.598599459 0.8934 -5.290645224 0.894 -4.974284616 0.8957 -4.64454848 0.9047
-4.290560426 0.9129 -3.885055584 0.9209 -3.408378962 0.9219 -3.13200249 0.7739 -8.726767166 0.7681 -8.66695597 0.7665
-8.511026475 0.7703 -8.165388579 0.7702 -7.886056648 0.7761 -7.588043762 0.7809 -7.283412422 0.7961 -6.995678626
0.8253 -6.691862621 0.8602 -6.392544977 0.8809 -6.067374056 0.8301 -6.684029655 0.8664 -6.378719832 0.8834
-6.065855188 0.8898 -5.752272167 0.8964 -5.132414673 0.8963 -4.811352704 0.9074 -4.098269308 0.9119 -3.66174277 0.9228
-3.2644011"""
LONGLEY = """60323 83.0 234289 2356 1590 107608 1947 61122 88.5 259426 2325 1456 108632 1948
60171 88.2 258054 3682 1616 109773 1949 61187 89.5 284599 3351 1650 110929 1950 63221 96.2 328975 2099 3099 112075 1951
63639 98.1 346999 1932 3594 113270 1952 64989 99.0 365385 1870 3547 115094 1953 63761 100.0 363112 3578 3350 116219 1954
66019 101.2 397469 2904 3048 117388 1955 67857 104.6 419180 2822 2857 118734 1956
68169 108.4 442769 2936 2798 120445 1957 66513 110.8 444546 4681 2637 121950 1958
68655 112.6 482704 3813 2552 123366 1959 69564 114.2 502601 3931 2514 125368 1960
69331 115.7 518173 4806 2572 127852 1961 70551 116.9 554894 4007 2827 130081 1962"""
WAMPLER_NOISE = [759, -2048, 2048, -2048, 2523, -2048, 2048, -2048, 1838, -2048, 2048]
NOISE = WAMPLER_NOISE + WAMPLER_NOISE[-2::-1]

# Certified by NIST: name -> (position, value) of coefficients ("b"), standard errors ("se"), residual deviation ("s").
CERTIFIED = {
    "Norris": [("b", 0, "-0.262323073774029"), ("b", 1, "1.00211681802045"), ("se", 0, "0.232818234301152"),
               ("se", 1, "0.429796848199937E-03"), ("s", 0, "0.884796396144373")],
    "Pontius": [("b", 0, "0.673565789473684E-03"), ("b", 1, "0.732059160401003E-06"), ("b", 2, "-0.316081871345029E-14"),
                ("se", 0, "0.107938612033077E-03"), ("s", 0, "0.205177424076185E-03")],
    "NoInt1": [("b", 0, "2.07438016528926"), ("se", 0, "0.165289256198347E-01"), ("s", 0, "3.56753034006338")],
    "NoInt2": [("b", 0, "0.727272727272727"), ("se", 0, "0.420827318078432E-01"), ("s", 0, "0.369274472937998")],
    "Filip": [("b", 0, "-1467.48961422980"), ("b", 1, "-2772.17959193342"), ("b", 10, "-0.402962525080404E-04"),
              ("se", 0, "298.084530995537"), ("s", 0, "0.334801051324544E-02")],
    "Longley": [("b", 0, "-3482258.63459582"), ("b", 1, "15.0618722713733"), ("b", 6, "1829.15146461355"),
                ("se", 0, "890420.383607373"), ("s", 0, "304.854073561965")],
    "Wampler3": [("b", 5, "1"), ("se", 0, "2152.32624678170"), ("s", 0, "2360.14502379268")],
    "Wampler5": [("b", 0, "1"), ("se", 0, "21523262.4678170"), ("s", 0, "23601450.2379268")],
}


def solve(matrix, right):
    """Gauss-Jordan elimination over the rationals; right has several columns."""
    n = len(matrix)
    rows = [list(row) + list(extra) for row, extra in zip(matrix, right)]
    for k in range(n):
        pivot = next(i for i in range(k, n) if rows[i][k] != 0)
        rows[k], rows[pivot] = rows[pivot], rows[k]
        rows[k] = [value / rows[k][k] for value in rows[k]]
        for i in range(n):
            if i != k and rows[i][k] != 0:
                rows[i] = [value - rows[i][k] * top for value, top in zip(rows[i], rows[k])]
    return [row[n:] for row in rows]


def decimal(value):
    return Decimal(value.numerator) / Decimal(value.denominator)


def fit(x, y, intercept=True):
    n, p = len(x), len(x[0])
    cross = [[sum(row[i] * row[j] for row in x) for j in range(p)] for i in range(p)]
    moment = [sum(row[i] * value for row, value in zip(x, y)) for i in range(p)]
    unit = [[Fraction(int(i == j)) for j in range(p)] for i in range(p)]
    solved = solve(cross, [[moment[i]] + unit[i] for i in range(p)])
    coefficients = [row[0] for row in solved]
    residuals = [value - sum(b * entry for b, entry in zip(coefficients, row)) for row, value in zip(x, y)]
    squares = sum(r * r for r in residuals)
    variance = squares / (n - p)
    mean = sum(y) / n if intercept else Fraction(0)
    total = sum((value - mean) ** 2 for value in y)
    errors = [(decimal(variance * solved[i][i + 1])).sqrt() for i in range(p)]
    return [decimal(b) for b in coefficients], errors, decimal(variance).sqrt(), decimal(1 - squares / total)


def numbers(text):
    return [Fraction(word) for word in text.split()]


def polynomial(values, degree):
    return [[value**power for power in range(degree + 1)] for value in values]


def sets():
    flat = numbers(NORRIS)
    yield "Norris", {"y": flat[0::2], "x": flat[1::2], "degree": 1}
    yield "Pontius", {"y": numbers(PONTIUS), "x": [Fraction(150000 * k) for k in range(1, 21)] * 2, "degree": 2}
    yield "NoInt1", {"y": [Fraction(130 + k) for k in range(11)], "columns": [[Fraction(60 + k)] for k in range(11)]}
    yield "NoInt2", {"y": numbers("3 4 4"), "columns": [[value] for value in numbers("4 5 6")]}
    flat = numbers(FILIP)
    yield "Filip", {"y": flat[0::2], "x": flat[1::2], "degree": 10}
    flat = numbers(LONGLEY)
    yield "Longley", {"y": flat[0::7], "columns": [[Fraction(1)] + flat[k + 1 : k + 7] for k in range(0, len(flat), 7)]}
    x = [Fraction(k) for k in range(21)]
    ones = [sum(value**k for k in range(6)) for value in x]
    tenths = [sum((value / 10) ** k for k in range(6)) for value in x]
    yield "Wampler1", {"y": ones, "x": x, "degree": 5}
    yield "Wampler2", {"y": tenths, "x": x, "degree": 5}
    for name, size in (("Wampler3", 1), ("Wampler4", 100), ("Wampler5", 10000)):
        yield name, {"y": [value + size * noise for value, noise in zip(ones, NOISE)], "x": x, "degree": 5}


def main():
    result = []
    for name, data in sets():
        x = data.get("columns") or polynomial(data["x"], data["degree"])
        b, se, s, r_squared = fit(x, data["y"], not name.startswith("NoInt"))
        exact = {"b": b, "se": se, "s": [s]}
        for kind, index, certified in CERTIFIED.get(name, []):
            wanted = Decimal(certified)
            assert abs(exact[kind][index] / wanted - 1) < Decimal("1e-14"), (name, kind, index, exact[kind][index])
        entry = {"name": name, "y": [float(value) for value in data["y"]]}
        if "degree" in data:
            entry |= {"degree": data["degree"], "x": [float(value) for value in data["x"]]}
        else:
            entry |= {"columns": [[float(value) for value in row] for row in data["columns"]]}
        entry |= {"coefficients": [float(value) for value in b], "standardErrors": [float(value) for value in se]}
        entry |= {"residualDeviation": float(s), "rSquared": float(r_squared)}
        result.append(entry)
    lines = ",\n".join("    " + json.dumps(entry) for entry in result)
    print('{\n  "source": "NIST StRD, public domain; answers recomputed in exact rational arithmetic",\n  "sets": [')
    print(lines + "\n  ]\n}")


main()
