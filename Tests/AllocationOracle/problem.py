"""An instance as the reference solvers see it: components of series, each with its ideal line in runs."""

import json
from collections import defaultdict


class Run:
    """The days between two usable days, on which a series' cumulative count cannot change.

    Days count from 0, the range is closed; the ideal line is in `scale` units.
    """

    def __init__(self, ideal, first, last):
        values = ideal[first:last + 1]
        self.first, self.last, self.days = first, last, len(values)
        self.total, self.total_of_squares = sum(values), sum(value * value for value in values)
        self.lowest, self.highest = values[0], values[-1]

    def squares(self, count):
        """The sum of the squared deviations when the scaled count is `count` throughout."""
        return self.days * count * count - 2 * count * self.total + self.total_of_squares

    def deviation(self, count):
        return max(abs(count - self.lowest), abs(count - self.highest))


class Series:
    """A series with its usable slots by day, in ascending order, and a run from each usable day on."""

    def __init__(self, instance, entry):
        self.id, self.entry, self.scale = entry["id"], entry, instance.scale
        self.quota, self.max_per_day = entry["quota"], entry["maxPerDay"]
        self.aired = instance.aired_count[self.id]
        self.pins = set(entry["pins"])
        self.slots_on = instance.usable_slots(entry)
        self.days = list(self.slots_on)
        ideal = instance.ideal_line(entry, self.aired)
        ends = self.days[1:] + [instance.days]
        self.runs = [Run(ideal, day, end - 1) for day, end in zip(self.days, ends)]
        first = self.days[0] if self.days else instance.days
        self.lead_in = Run(ideal, instance.today, first - 1) if first > instance.today else None

    def cost(self, slot_type):
        return self.entry["types"][str(slot_type)]

    def band(self, run, worst):
        """The cumulative counts, closed range, that keep the run within `worst` of the ideal line."""
        least = -((worst - run.highest) // self.scale)
        most = (run.lowest + worst) // self.scale
        return max(self.aired, least), min(self.quota, most)

    def counts(self, placed_on):
        """Each run with its scaled cumulative count when the series has so many placements on each day."""
        count = self.aired
        if self.lead_in:
            yield self.lead_in, self.scale * count
        for day, run in zip(self.days, self.runs):
            count += placed_on[day]
            yield run, self.scale * count

    def least_deviation(self):
        """A lower bound of the worst deviation: what the series would reach if it were alone."""
        worst = self.lead_in.deviation(self.scale * self.aired) if self.lead_in else 0
        possible = self.aired
        for day, run in zip(self.days, self.runs):
            possible += min(len(self.slots_on[day]), self.max_per_day)
            middle = (run.lowest + run.highest + self.scale) // (2 * self.scale)
            most = min(self.quota, possible)
            counts = {max(self.aired, min(most, middle + step)) for step in (-1, 0, 1)}
            worst = max(worst, min(run.deviation(self.scale * count) for count in counts))
        return worst


class Instance:
    """Reads an instance and groups its series into components, by outlets connected through translations."""

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            data = json.load(file)
        self.name, self.days, self.scale, self.today = (
            data[key] for key in ("name", "days", "scale", "airedUntil")
        )
        self.outlets, self.slots, self.translators = data["outlets"], data["slots"], data["translators"]
        self.aired, self.month_start = data["aired"], data["monthStart"]
        self.published = {(series, slot) for series, slot in data["published"]}
        self.month = [m for m in range(12) for _ in range(self.month_start[m], self.month_start[m + 1])]
        self.blocked = self.blocked_days(data["blackouts"])
        self.open_slots = defaultdict(list)
        for slot, (outlet, _, day, _) in enumerate(self.slots):
            if day >= self.today and day not in self.blocked[outlet]:
                self.open_slots[outlet].append(slot)
        self.aired_count = [0] * len(data["series"])
        for series, _ in self.aired:
            self.aired_count[series] += 1
        self.series = [Series(self, entry) for entry in data["series"]]

    def blocked_days(self, blackouts):
        blocked = [set() for _ in self.outlets]
        for blackout in blackouts:
            outlets = range(len(self.outlets)) if blackout["outlets"] is None else blackout["outlets"]
            for outlet in outlets:
                blocked[outlet].update(range(blackout["from"], blackout["to"] + 1))
        return blocked

    def usable_slots(self, entry):
        """day -> slots"""
        types, found = {int(key) for key in entry["types"]}, defaultdict(list)
        for slot in self.open_slots[entry["outlet"]]:
            _, slot_type, day, _ = self.slots[slot]
            if slot_type in types and entry["from"] <= day <= entry["to"]:
                found[day].append(slot)
        return dict(sorted(found.items()))

    def ideal_line(self, entry, aired):
        """For each day the scaled count that the series should have reached by its end."""
        cumulative, total = [], 0
        for day in range(self.days):
            open_day = day >= self.today and day not in self.blocked[entry["outlet"]]
            if open_day and entry["from"] <= day <= entry["to"]:
                total += entry["weights"][self.month[day]]
            cumulative.append(total)
        rest = 2 * self.scale * (entry["quota"] - aired)
        return [
            self.scale * aired + ((rest * weight + total) // (2 * total) if total else 0)
            for weight in cumulative
        ]

    def components(self):
        """The series of each component, in ascending order."""
        parent = list(range(len(self.outlets)))

        def root(outlet):
            while parent[outlet] != outlet:
                outlet = parent[outlet]
            return outlet

        for series in self.series:
            source = series.entry["source"]
            if source is not None:
                parent[root(series.entry["outlet"])] = root(self.series[source].entry["outlet"])
        groups = defaultdict(list)
        for series in self.series:
            groups[root(series.entry["outlet"])].append(series)
        return list(groups.values())
