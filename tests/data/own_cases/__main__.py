"""Writes ../own-cases.jsonl: faults, alone and in pairs, and traps, each with what must be said about it.

Run it as `python3 tests/data/own_cases`; it needs the package `cryptography`. A fault is a function that changes a case
in the making; a pair is two of them. The private keys lie in ../keys/own-*.pem and are made when they are not there.
What is random is seeded, but for the signatures of RSASSA-PSS.
"""

from found import *

single()
double()
traps()
everything_found()
with open(os.path.join(HERE, "own-cases.jsonl"), "w") as file:
    for entry in ROWS:
        file.write(json.dumps(entry) + "\n")
print(len(ROWS), "cases", sum(r["id"].startswith("two/") for r in ROWS), "pairs", sum(r["id"].startswith("trap/") for r in ROWS), "traps")
