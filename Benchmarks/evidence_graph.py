"""Makes up an evidence graph of any size: theories with configurations, their contexts, mechanisms
and outcomes, evidence for and against them, documents that cite each other.

Outcomes become contexts a little further along one line, so that chains fan out alike at every
size. The same seed gives the same files with the same Python.
"""
import csv
import json
import os
import random

SIZES = {
    "Theory": 1_000, "Configuration": 20_000, "Context": 10_000, "Mechanism": 10_000,
    "Outcome": 10_000, "Document": 2_000, "Participant": 5_000, "Evidence": 200_000,
}
PROPERTIES = ["id", "title", "text", "scale", "date", "strength", "kind"]
REACH = 100


def name(label, number):
    return f"{label.lower()}-{number}"


class Words:
    """Made-up words, a few of them common."""

    def __init__(self, rng):
        starts, middles, ends = "b d f g k l m n p r s t v z".split(), "a e i o u".split(), "nk rt lm sk x".split()
        found = {a + b + c + d + e for a in starts for b in middles for c in starts for d in middles for e in ends}
        self.all = rng.sample(sorted(found), 5_000)

    def text(self, rng):
        return " ".join(self.all[int(5_000 * rng.random() ** 2)] for _ in range(rng.randint(20, 60))).capitalize() + "."


def generate(folder, scale, seed):
    """Writes nodes_LABEL.csv and rels_TYPE.csv; returns what the workloads ask for."""
    os.makedirs(folder, exist_ok=True)
    rng = random.Random(seed)
    words = Words(rng)
    size = {label: max(20, int(count * scale)) for label, count in SIZES.items()}
    for label, count in size.items():
        with open(os.path.join(folder, f"nodes_{label}.csv"), "w", newline="") as file:
            table = csv.writer(file, lineterminator="\n")
            table.writerow(PROPERTIES)
            for number in range(count):
                table.writerow([
                    name(label, number), f"{label} {number} {rng.choice(words.all)}", words.text(rng),
                    rng.choice(["nation", "region", "place"]), f"202{rng.randint(0, 5)}-0{rng.randint(1, 9)}-11",
                    rng.randint(1, 5), rng.choice(["first", "refined", "rival"])])

    links = {}

    def link(kind, source, start, target, end):
        links.setdefault(kind, set()).add((name(source, start), name(target, end)))

    def near(position, low, high, count):
        return min(count - 1, max(0, position + rng.randint(low, high)))

    total = size["Configuration"]
    for number in range(total):
        link("HAS_CONFIGURATION", "Theory", rng.randrange(size["Theory"]), "Configuration", number)
        here = number * size["Context"] // total
        for _ in range(rng.randint(1, 4)):
            link("IN_CONTEXT", "Configuration", number, "Context", near(here, -REACH, 0, size["Context"]))
        link("FIRES", "Configuration", number, "Mechanism", rng.randrange(size["Mechanism"]))
        for _ in range(rng.randint(1, 3)):
            link("PRODUCES", "Configuration", number, "Outcome", near(here, 0, REACH, size["Outcome"]))
    for number in range(size["Outcome"]):
        link("BECOMES", "Outcome", number, "Context", near(number, 0, REACH, size["Context"]))
    for number in range(size["Evidence"]):
        for _ in range(rng.randint(1, 2)):
            target = int(total * rng.random() ** 3)
            kind = rng.choices(["SUPPORTS", "CHALLENGES", "REFINES"], [5, 3, 2])[0]
            link(kind, "Evidence", number, "Configuration", target)
        link("FROM", "Evidence", number, "Document", rng.randrange(size["Document"]))
        if rng.random() < 0.7:
            link("SAID_BY", "Evidence", number, "Participant", rng.randrange(size["Participant"]))
    for number in range(1, size["Document"]):
        for _ in range(rng.randint(5, 15)):
            link("CITES", "Document", number, "Document", int(number * (1 - rng.random() ** 2)))
    for kind, pairs in links.items():
        with open(os.path.join(folder, f"rels_{kind}.csv"), "w") as file:
            file.write("src,dst\n")
            file.writelines(f"{start},{end}\n" for start, end in sorted(pairs))

    def some(label, count):
        return [name(label, rng.randrange(size[label])) for _ in range(count)]

    asked = {
        "evidence": some("Evidence", 1_000), "theories": some("Theory", 300), "outcomes": some("Outcome", 100),
        "documents": some("Document", 100), "pairs": list(zip(some("Document", 100), some("Document", 100))),
        "words": [rng.sample(words.all[100:600], 2) for _ in range(100)],
        "updates": [
            {"id": f"new{number:07d}", "title": f"New {number}", "text": words.text(rng), "scale": "place",
             "date": "2026-01-01", "strength": 3, "kind": "first", "configuration": c, "document": d, "participant": p}
            for number, (c, d, p) in enumerate(
                zip(some("Configuration", 500), some("Document", 500), some("Participant", 500)))],
    }
    with open(os.path.join(folder, "asked.json"), "w") as file:
        json.dump(asked, file)
    return asked
