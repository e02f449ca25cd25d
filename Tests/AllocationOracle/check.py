"""Checks a result of the allocation and recomputes its objectives. It shares no code with any solver.

    check.py INSTANCE.json RESULT.json [--relax]

Prints what is violated and which claimed objectives differ, then one line of JSON: the objectives, `feasible`
and the number of violations. The exit status is 0 when nothing is violated, 1 otherwise. `--relax` leaves out
C5 and C7, for the results of solvers that know only the plain flow problem.

Days count from 0 on 1 January; week w is the days 7w to 7w + 6. A placement is a series in a slot. The rules:

    history  what aired before the day `airedUntil` stays, and nothing is added there
    C1       a placement is once in the schedule, in a slot that its series can use: same outlet, one of its
             types, within the series' window, in no blackout
    C2       a slot takes no more placements than its capacity
    C3       a series has no more placements a day than its `maxPerDay`
    C4       an outlet has no more placements a day and a month than its caps
    C5       in each month that has not begun to air, a series has between `lo` and `hi` placements
    C6       pinned placements are there
    C7       the k-th airing of a language version comes at least `lead` days after the k-th of its source,
             and its translator had room in a week between the two weeks

The objectives, in the order in which they count:

    L1       placements missing from the quotas
    L3a      the largest deviation of a series from its ideal line on any day, in thousandths of a placement;
             L3a_sum adds up the largest of each component (outlets connected by language versions)
    L3b      the sum of the squares of all deviations
    L4       the sum of the placements' preference costs
    L5       published placements, not yet aired, that are gone
"""

import argparse
import heapq
import itertools
import json
import sys
from collections import Counter, defaultdict
from typing import NamedTuple

RELAXED_RULES = {"C5", "C7"}
MONTHS, WEEKS = range(12), range(53)


class Violation(NamedTuple):
    rule: str
    what: str


class Slot(NamedTuple):
    outlet: int
    type: int
    day: int
    capacity: int


class Instance:
    """An instance with what the rules ask of it again and again."""

    def __init__(self, data):
        self.data = data
        self.series, self.outlets = data["series"], data["outlets"]
        self.slots = [Slot(*slot) for slot in data["slots"]]
        self.days, self.today, self.scale = data["days"], data["airedUntil"], data["scale"]
        self.month_start = data["monthStart"]
        self.month = [m for m in MONTHS for _ in range(self.month_start[m], self.month_start[m + 1])]
        self.aired = {tuple(placement) for placement in data["aired"]}
        self.aired_count = Counter(series for series, _ in self.aired)
        self.blocked = {outlet["id"]: self.blocked_days(outlet["id"]) for outlet in self.outlets}

    def blocked_days(self, outlet):
        return {
            day
            for blackout in self.data["blackouts"]
            if blackout["outlets"] is None or outlet in blackout["outlets"]
            for day in range(blackout["from"], blackout["to"] + 1)
        }

    def components(self):
        """For each outlet the representative of its component."""
        parent = list(range(len(self.outlets)))

        def root(outlet):
            while parent[outlet] != outlet:
                outlet = parent[outlet]
            return outlet

        for entry in self.series:
            if entry["source"] is not None:
                parent[root(entry["outlet"])] = root(self.series[entry["source"]]["outlet"])
        return [root(outlet) for outlet in parent]

    def ideal_line(self, entry):
        """For each day the scaled number of airings that a series should have reached by its end."""
        total, cumulative = 0, []
        for day in range(self.days):
            in_window = entry["from"] <= day <= entry["to"] and day >= self.today
            if in_window and day not in self.blocked[entry["outlet"]]:
                total += entry["weights"][self.month[day]]
            cumulative.append(total)
        aired = self.aired_count[entry["id"]]
        to_place = entry["quota"] - aired
        if total == 0:
            return [self.scale * aired] * self.days
        return [
            self.scale * aired + (2 * self.scale * to_place * weight + total) // (2 * total)
            for weight in cumulative
        ]


class Schedule:
    """The placements of a result, counted in the ways in which the rules look at them."""

    def __init__(self, instance, placements):
        self.placements = placements
        self.slots, self.series_days, self.series_months = Counter(), Counter(), Counter()
        self.outlet_days, self.outlet_months = Counter(), Counter()
        self.airing_days = defaultdict(list)
        for series, index in placements:
            slot = instance.slots[index]
            month = instance.month[slot.day]
            self.slots[index] += 1
            self.series_days[series, slot.day] += 1
            self.series_months[series, month] += 1
            self.outlet_days[slot.outlet, slot.day] += 1
            self.outlet_months[slot.outlet, month] += 1
            self.airing_days[series].append(slot.day)
        for days in self.airing_days.values():
            days.sort()


def history_kept(instance, schedule):
    present = set(schedule.placements)
    past = {(series, slot) for series, slot in present if instance.slots[slot].day < instance.today}
    if past != instance.aired:
        lost, added = len(instance.aired - past), len(past - instance.aired)
        yield Violation("history", f"{lost} aired placements are lost and {added} are added before today")


def placements_usable(instance, schedule):
    for series, index in schedule.placements:
        entry, slot = instance.series[series], instance.slots[index]
        usable = (
            slot.outlet == entry["outlet"]
            and str(slot.type) in entry["types"]
            and entry["from"] <= slot.day <= entry["to"]
            and slot.day not in instance.blocked[slot.outlet]
        )
        if not usable and (series, index) not in instance.aired:
            yield Violation("C1", f"series {series} cannot use slot {index} on day {slot.day}")


def placements_once(_instance, schedule):
    repeated = len(schedule.placements) - len(set(schedule.placements))
    if repeated:
        yield Violation("C1", f"{repeated} placements are there more than once")


def slot_capacity(instance, schedule):
    for index, count in schedule.slots.items():
        if count > instance.slots[index].capacity:
            yield Violation("C2", f"slot {index} has {count} placements")


def series_per_day(instance, schedule):
    for (series, day), count in schedule.series_days.items():
        if count > instance.series[series]["maxPerDay"]:
            yield Violation("C3", f"series {series} has {count} placements on day {day}")


def outlet_per_day(instance, schedule):
    for (outlet, day), count in schedule.outlet_days.items():
        cap = instance.outlets[outlet]["dayCap"]
        if cap is not None and count > cap:
            yield Violation("C4", f"outlet {outlet} has {count} placements on day {day}")


def outlet_per_month(instance, schedule):
    for (outlet, month), count in schedule.outlet_months.items():
        caps = instance.outlets[outlet]["monthCap"]
        if caps is not None and count > caps[month]:
            yield Violation("C4", f"outlet {outlet} has {count} placements in month {month}")


def series_per_month(instance, schedule):
    for entry in instance.series:
        for month in MONTHS:
            count = schedule.series_months[entry["id"], month]
            whole = instance.month_start[month] >= instance.today
            if whole and not entry["lo"][month] <= count <= entry["hi"][month]:
                yield Violation("C5", f"series {entry['id']} has {count} placements in month {month}")


def pins_kept(instance, schedule):
    present = set(schedule.placements)
    for entry in instance.series:
        for slot in entry["pins"]:
            if (entry["id"], slot) not in present:
                yield Violation("C6", f"series {entry['id']} is not in slot {slot}")


def versions_to_come(instance, schedule):
    """Each airing of a language version that has not aired: its series, k, its day and the source's k-th day.

    The source's day is None when the source has fewer airings.
    """
    for entry in instance.series:
        if entry["source"] is None:
            continue
        source_days = schedule.airing_days[entry["source"]]
        pairs = itertools.zip_longest(schedule.airing_days[entry["id"]], source_days)
        for index, (day, source_day) in enumerate(pairs):
            if day is not None and day >= instance.today:
                yield entry, index, day, source_day


def is_late_enough(entry, day, source_day):
    return source_day is not None and day >= source_day + entry["lead"]


def versions_after_source(instance, schedule):
    for entry, index, day, source_day in versions_to_come(instance, schedule):
        if not is_late_enough(entry, day, source_day):
            yield Violation("C7", f"airing {index} of series {entry['id']} is ahead of its source")


def translated_in_time(instance, schedule):
    """Earliest deadline first, which finds a translation plan whenever there is one: all units are alike."""
    jobs = defaultdict(list)
    for entry, index, day, source_day in versions_to_come(instance, schedule):
        if entry["translator"] is not None and is_late_enough(entry, day, source_day):
            jobs[entry["translator"]].append((source_day // 7 + 1, day // 7 - 1, entry["id"], index))
    for translator, units in jobs.items():
        for series, index in late_units(sorted(units), instance.data["translators"][translator]["weekCap"]):
            yield Violation("C7", f"airing {index} of series {series} has no room at translator {translator}")


def late_units(units, week_caps):
    """The units of work (first week, last week, …), sorted, that do not fit into the translator's weeks."""
    waiting, coming = [], 0
    for week in WEEKS:
        while coming < len(units) and units[coming][0] <= week:
            heapq.heappush(waiting, units[coming][1:])
            coming += 1
        for _ in range(min(week_caps[week], len(waiting))):
            last, *unit = heapq.heappop(waiting)
            if last < week:
                yield unit
    for _, *unit in waiting:
        yield unit
    for _, _, *unit in units[coming:]:
        yield unit


RULES = [
    history_kept,
    placements_usable,
    placements_once,
    slot_capacity,
    series_per_day,
    outlet_per_day,
    outlet_per_month,
    series_per_month,
    pins_kept,
    versions_after_source,
    translated_in_time,
]


def unknown_placements(instance, placements):
    for series, slot in placements:
        if series not in range(len(instance.series)) or slot not in range(len(instance.slots)):
            yield Violation("C1", f"there is no series {series} or no slot {slot}")


def violations(instance, schedule, relaxed):
    found = [violation for rule in RULES for violation in rule(instance, schedule)]
    return [violation for violation in found if not (relaxed and violation.rule in RELAXED_RULES)]


def deviations(instance, entry, airing_days):
    """How far the series is from its ideal line at the end of each day that has not aired, scaled."""
    per_day = Counter(airing_days)
    placed = itertools.accumulate(per_day[day] for day in range(instance.days))
    pairs = list(zip(placed, instance.ideal_line(entry)))
    return [abs(instance.scale * count - ideal) for count, ideal in pairs[instance.today:]]


def evenness(instance, airing_days):
    """L3a, L3a_sum and L3b."""
    component = instance.components()
    worst, squares = defaultdict(int), 0
    for entry in instance.series:
        distances = deviations(instance, entry, airing_days[entry["id"]])
        home = component[entry["outlet"]]
        worst[home] = max(worst[home], *distances, 0)
        squares += sum(distance * distance for distance in distances)
    return max(worst.values(), default=0), sum(worst.values()), squares


def objectives(instance, schedule):
    present, slots = set(schedule.placements), instance.slots
    airing_days = schedule.airing_days
    worst, worst_sum, squares = evenness(instance, airing_days)
    return {
        "L1": sum(max(0, entry["quota"] - len(airing_days[entry["id"]])) for entry in instance.series),
        "L3a": worst,
        "L3a_sum": worst_sum,
        "L3b": squares,
        "L4": sum(
            instance.series[series]["types"].get(str(slots[slot].type), 0)
            for series, slot in schedule.placements
            if (series, slot) not in instance.aired
        ),
        "L5": sum(
            1
            for series, slot in instance.data["published"]
            if slots[slot].day >= instance.today and (series, slot) not in present
        ),
        "placements": len(schedule.placements),
    }


def differing_claims(claim, recomputed):
    return [
        f"claimed {key} {claim[key]}, recomputed {value}"
        for key, value in recomputed.items()
        if claim.get(key, value) != value
    ]


def check(instance, placements, relaxed=False):
    """The violations and the objectives, which are empty when a placement names no series or no slot."""
    unknown = list(unknown_placements(instance, placements))
    if unknown:
        return unknown, {}
    schedule = Schedule(instance, placements)
    return violations(instance, schedule, relaxed), objectives(instance, schedule)


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main():
    parser = argparse.ArgumentParser(description="Checks a result of the allocation.")
    parser.add_argument("instance")
    parser.add_argument("result")
    parser.add_argument("--relax", action="store_true", help="leave out C5 and C7")
    given = parser.parse_args()
    result = read(given.result)
    if "placements" not in result:
        sys.exit(f"{given.result} has no placements: only results of the level \"slot\" can be checked")
    placements = [(series, slot) for series, slot in result["placements"]]
    found, recomputed = check(Instance(read(given.instance)), placements, given.relax)
    for rule, group in itertools.groupby(found, key=lambda violation: violation.rule):
        said = [violation.what for violation in group]
        print(f"{rule} ({len(said)}): {'; '.join(said[:3])}")
    for difference in differing_claims(result.get("claim", {}), recomputed):
        print(difference)
    print(json.dumps({**recomputed, "feasible": not found, "violations": len(found)}))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
