"""Makes instances of the allocation problem (alloc-instance/1): the same size and seed give the same bytes.

    generate.py SIZE SEED OUT.json [--tight X] [--no-lang] [--translator-bottleneck]
    generate.py replan BASE.json RESULT.json MONTH OUT.json

SIZE is tiny (one outlet), station (radio and television), province (a station, a newspaper and 110
loudspeaker networks) or country-sample (three provinces). `replan` takes the result of an instance as the
published schedule, lets it air until the month begins, loses some of it on the way, and asks for the rest of
the year.
"""

import argparse
import json
import random

MONTH_START = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]
DAYS, WEEKS = 365, 53
FIRST_WEEKDAY = 3  # 1 January 2026 is a Thursday, and Monday is 0
BLACKOUTS = [
    {"from": 45, "to": 51, "outlets": None, "reason": "Tet"},
    {"from": 203, "to": 204, "outlets": None, "reason": "national mourning"},
]
EVERY_DAY, WORKDAYS, WEEKEND = range(7), [0, 1, 2, 3, 4], [5, 6]
WEEKS_OF_TET = (6, 7)

LEAD = 7
BOTTLENECK_LEAD = 42
BOTTLENECK_WEEK_CAP = 6
BOTTLENECK_IDLE_WEEKS = WEEKS_OF_TET + (28, 29)  # July's two weeks of leave

AIRINGS_LOST = 0.08


def is_blocked(day):
    return any(blackout["from"] <= day <= blackout["to"] for blackout in BLACKOUTS)


def open_days(first, last):
    """How many days of the closed range are in no blackout."""
    return sum(1 for day in range(first, last + 1) if not is_blocked(day))


class Generator:
    """Builds outlets, slots and series. The order of the random draws is part of what it promises."""

    def __init__(self, seed, tightness):
        self.random = random.Random(seed)
        self.tightness = tightness
        self.outlets, self.slots, self.series, self.translators = [], [], [], []
        self.open_slots = []  # for each grid line its slots outside blackouts

    def add_outlet(self, kind, name, day_cap=None, month_cap=None):
        outlet = len(self.outlets)
        self.outlets.append(
            {"id": outlet, "kind": kind, "name": name, "dayCap": day_cap, "monthCap": month_cap}
        )
        return outlet

    def add_grid_line(self, outlet, weekdays, cap=1):
        """One slot on every day of the year that falls on one of the weekdays; returns the slots' type."""
        line = len(self.open_slots)
        self.open_slots.append([])
        for day in range(DAYS):
            if (day + FIRST_WEEKDAY) % 7 in weekdays:
                if not is_blocked(day):
                    self.open_slots[line].append(len(self.slots))
                self.slots.append([outlet, line, day, cap])
        return line

    def usable_slots(self, lines, first, last):
        """The slots of the grid lines, in ascending order, outside blackouts and within the closed range."""
        slots = (slot for line in lines for slot in self.open_slots[line])
        return [slot for slot in slots if first <= self.slots[slot][2] <= last]

    def add_series(self, outlet, lines, count, load, name):
        """Adds series whose quotas together fill about the share `load` of the grid lines' capacity."""
        draw = self.random
        capacity = sum(self.slots[slot][3] for slot in self.usable_slots(lines, 0, DAYS - 1))
        total = int(capacity * load * self.tightness)
        shares = [draw.choice([1, 1, 2, 2, 3, 4, 6]) for _ in range(count)]
        added = []
        for index in range(count):
            few = len(lines) <= 2
            chosen = len(lines) if few else draw.randint(max(1, len(lines) // 2), len(lines))
            types = sorted(draw.sample(lines, chosen))
            first, last = self.draw_window()
            slots = self.usable_slots(types, first, last)
            max_per_day = 1 if draw.random() < 0.8 else 2
            possible = min(len(slots), len({self.slots[slot][2] for slot in slots}) * max_per_day)
            quota = max(4, min(total * shares[index] // sum(shares), 400, int(possible * 0.8)))
            weights = self.draw_weights()
            lo, hi = month_limits(quota, weights, first, last)
            added.append(len(self.series))
            self.series.append(
                {
                    "id": added[-1], "outlet": outlet, "name": f"{name}{index}", "quota": quota,
                    "maxPerDay": max_per_day, "from": first, "to": last, "weights": weights,
                    "lo": lo, "hi": hi, "types": {str(line): draw.choice([0, 0, 1, 3]) for line in types},
                    "pins": [], "source": None, "lead": 0, "translator": None,
                }
            )
        return added

    def draw_window(self):
        """Mostly the whole year, now and then a part of it that is at least a quarter long."""
        if self.random.random() >= 0.15:
            return 0, DAYS - 1
        first = self.random.choice([0, 31, 59, 90, 181])
        last = self.random.choice([211, 272, 303, 364])
        return first, max(last, first + 90)

    def draw_weights(self):
        """The same weight for all months, or a campaign's peak in one month and its echo in the next."""
        weights = [10] * 12
        if self.random.random() < 0.4:
            peak = self.random.randrange(12)
            weights[peak], weights[(peak + 1) % 12] = 20, 15
        return weights

    def pin(self, series, count):
        """Pins up to `count` airings of each series, on different days and in slots of their own."""
        taken = set()
        for entry in (self.series[index] for index in series):
            lines = [int(line) for line in entry["types"]]
            usable = self.usable_slots(lines, entry["from"], entry["to"])
            free = [slot for slot in usable if slot not in taken]
            for slot in self.random.sample(free, min(count, len(free))):
                if self.slots[slot][2] not in {self.slots[pinned][2] for pinned in entry["pins"]}:
                    taken.add(slot)
                    entry["pins"].append(slot)

    def add_language(self, source, outlet, line, translator):
        """The series' version in another language, in that language's own grid line; returns its quota."""
        original = self.series[source]
        start = original["from"] + LEAD + 14
        slots = self.usable_slots([line], start, DAYS - 1)
        quota = min(max(4, int(original["quota"] * 0.8)), int(len(slots) * 0.22))
        days = [open_days(max(MONTH_START[m], start), MONTH_START[m + 1] - 1) for m in range(12)]
        year = max(1, sum(days))
        self.series.append(
            {
                "id": len(self.series), "outlet": outlet, "name": f"{original['name']}/L{translator}",
                "quota": quota, "maxPerDay": 1, "from": min(start, 300), "to": DAYS - 1,
                "weights": [10] * 12, "lo": [0] * 12, "hi": [int(quota * n / year * 2) + 3 for n in days],
                "types": {str(line): 0}, "pins": [], "source": source, "lead": LEAD, "translator": translator,
            }
        )
        return quota

    def add_translator(self, units):
        """A translator with 30 % more room than the year's units need, and none at Tết."""
        weekly = -(-units * 13 // (10 * 45))
        translator = len(self.translators)
        caps = [0 if week in WEEKS_OF_TET else weekly for week in range(WEEKS)]
        self.translators.append({"id": translator, "name": f"tr{translator % 3}", "weekCap": caps})

    def add_station(self, languages):
        """Radio with five grid lines, one more for each of three languages, and television with four."""
        radio = self.add_outlet("radio", "Radio")
        weekdays = [EVERY_DAY, EVERY_DAY, EVERY_DAY, [0, 2, 4], [6]]
        lines = [self.add_grid_line(radio, days) for days in weekdays]
        language_lines = [self.add_grid_line(radio, EVERY_DAY) for _ in range(3)] if languages else []
        originals = self.add_series(radio, lines, 14, 0.72, "R")
        self.pin(originals[:5], 2)

        television = self.add_outlet("tv", "TV", day_cap=3, month_cap=[80] * 12)
        lines = [self.add_grid_line(television, days) for days in ([3], WORKDAYS, WEEKEND, EVERY_DAY)]
        self.pin(self.add_series(television, lines, 10, 0.6, "T")[:3], 2)

        translated = sorted(originals, key=lambda index: -self.series[index]["quota"])[:4]
        for line in language_lines:
            translator = len(self.translators)
            units = sum(self.add_language(source, radio, line, translator) for source in translated)
            self.add_translator(units)

    def add_newspaper(self):
        press = self.add_outlet("press", "Newspaper")
        lines = [self.add_grid_line(press, [0, 2, 4], cap=4), self.add_grid_line(press, [4], cap=2)]
        self.pin(self.add_series(press, lines, 12, 0.75, "P")[:3], 2)

    def add_loudspeakers(self, name, count):
        network = self.add_outlet("speaker", name)
        lines = [self.add_grid_line(network, EVERY_DAY) for _ in range(2)]
        self.add_series(network, lines, count, 0.55, "C")

    def add_province(self, languages):
        self.add_station(languages)
        self.add_newspaper()
        for index in range(10):
            self.add_loudspeakers(f"District{index}", 8)
        for index in range(100):
            self.add_loudspeakers(f"Commune{index}", self.random.randint(4, 7))

    def add_tiny(self, _languages):
        """One outlet, two weekly grid lines and four series: small enough to read."""
        outlet = self.add_outlet("tv", "TV")
        lines = [self.add_grid_line(outlet, [3]), self.add_grid_line(outlet, [6])]
        self.add_series(outlet, lines, 4, 0.8, "T")
        self.pin([0], 1)

    def add_country_sample(self, languages):
        for _ in range(3):
            self.add_province(languages)

    def narrow_translators(self):
        """Makes the translators the bottleneck: their room hardly suffices, and a version waits six weeks."""
        for entry in self.series:
            if entry["source"] is not None:
                entry["lead"] = BOTTLENECK_LEAD
        for translator in self.translators:
            translator["weekCap"] = [
                0 if week in BOTTLENECK_IDLE_WEEKS else BOTTLENECK_WEEK_CAP for week in range(WEEKS)
            ]


SIZES = {
    "tiny": Generator.add_tiny,
    "station": Generator.add_station,
    "province": Generator.add_province,
    "country-sample": Generator.add_country_sample,
}


def month_limits(quota, weights, first, last):
    """Minimum and maximum a month: half of the month's even share, and somewhat more than one and a half."""
    days = [
        open_days(max(first, MONTH_START[m]), min(last, MONTH_START[m + 1] - 1)) for m in range(12)
    ]
    year = sum(weight * count for weight, count in zip(weights, days))
    shares = [quota * weight * count / year for weight, count in zip(weights, days)]
    return [int(share * 0.5) for share in shares], [int(share * 1.6) + 2 for share in shares]


def generate(size, seed, tightness, languages, bottleneck):
    """The instance as alloc-instance/1 has it."""
    generator = Generator(seed, tightness)
    SIZES[size](generator, languages)
    name = f"{size}-{seed}"
    name += f"-t{tightness}" if tightness != 1 else ""
    name += "" if languages else "-nolang"
    if bottleneck:
        generator.narrow_translators()
        name += "-trcap"
    return {
        "format": "alloc-instance/1", "name": name, "size": size, "seed": seed, "year": 2026, "days": DAYS,
        "monthStart": MONTH_START, "scale": 1000, "blackouts": BLACKOUTS, "outlets": generator.outlets,
        "slots": generator.slots, "series": generator.series, "translators": generator.translators,
        "airedUntil": 0, "aired": [], "published": [],
    }


def replan(instance, result, month):
    """The rest of the year from `month` (0 is January) on, after `result` was published and mostly aired."""
    draw = random.Random(instance["seed"] * 100 + month)
    today, slots, published = MONTH_START[month], instance["slots"], result["placements"]
    past = (placement for placement in published if slots[placement[1]][2] < today)
    instance["name"] += f"-replan{month}"
    instance["airedUntil"] = today
    instance["aired"] = [placement for placement in past if draw.random() > AIRINGS_LOST]
    instance["published"] = published
    for entry in instance["series"]:
        entry["lo"] = [0] * 12
        entry["hi"] = [most + max(3, most // 2) for most in entry["hi"]]
        entry["pins"] = [slot for slot in entry["pins"] if slots[slot][2] >= today]
    return instance


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def write(path, instance):
    with open(path, "w", encoding="utf-8") as file:
        json.dump(instance, file, separators=(",", ":"))


def summary(instance):
    figures = {
        "outlets": len(instance["outlets"]),
        "series": len(instance["series"]),
        "slots": len(instance["slots"]),
        "capacity": sum(slot[3] for slot in instance["slots"]),
        "quota": sum(entry["quota"] for entry in instance["series"]),
    }
    return " ".join([instance["name"], *(f"{key} {value}" for key, value in figures.items())])


def arguments():
    parser = argparse.ArgumentParser(description="Makes instances of the allocation problem.")
    commands = parser.add_subparsers(dest="command", required=True)
    for size in SIZES:
        command = commands.add_parser(size)
        command.add_argument("seed", type=int)
        command.add_argument("out")
        command.add_argument("--tight", type=float, default=1.0, help="multiplies the quotas")
        command.add_argument("--no-lang", action="store_true", help="leaves out the language versions")
        command.add_argument(
            "--translator-bottleneck", action="store_true", help="42 days of lead, 6 translations a week"
        )
    command = commands.add_parser("replan")
    for name in ("base", "result"):
        command.add_argument(name)
    command.add_argument("month", type=int)
    command.add_argument("out")
    return parser.parse_args()


def main():
    given = arguments()
    if given.command == "replan":
        write(given.out, replan(read(given.base), read(given.result), given.month))
        return
    instance = generate(
        given.command, given.seed, given.tight, not given.no_lang, given.translator_bottleneck
    )
    write(given.out, instance)
    print(summary(instance))


if __name__ == "__main__":
    main()
