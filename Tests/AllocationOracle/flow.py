"""The allocation without C5 and C7 as a convex-cost minimum-cost flow, solved by OR-tools.

Each series is a chain of nodes, one for each usable day, from the last day back to the first: the flow on the
arc into a day's node is the cumulative count after that day, so the distance from the ideal line is a convex
cost of that arc alone. From a day's node the day's placements go through slots, days and months to the sink,
and what cannot be placed goes there directly.
"""

import time
from collections import Counter, defaultdict
from typing import NamedTuple

from ortools.graph.python import max_flow, min_cost_flow

PREFERENCES, EVENNESS_FIRST, STABILITY_FIRST = "preferences", "even", "stable"
STABILITY_WEIGHT = 10**11  # above any sum of squares that one move can cost
SINK, SHORTAGE = "sink", "shortage"


class Arc(NamedTuple):
    """An arc with a `run` carries a cumulative count of its `series`, one with a `slot` a placement.

    Without a capacity it takes what the bounds say.
    """

    tail: int
    head: int
    capacity: int | None
    series: object = None
    run: object = None
    slot: int | None = None


class Flow:
    """The network of one component; `core_seconds` adds up the time inside OR-tools' C++ code."""

    def __init__(self, instance, component):
        self.instance, self.component = instance, component
        self.nodes, self.arcs, self.core_seconds = {}, [], 0.0
        self.total = sum(series.quota - series.aired for series in component)
        for series in component:
            self.add_chain(series)
        for slot in sorted({arc.slot for arc in self.arcs if arc.slot is not None}):
            self.add_way_to_sink(slot)
        self.add_arc(SHORTAGE, SINK, None)

    def node(self, key):
        return self.nodes.setdefault(key, len(self.nodes))

    def add_arc(self, tail, head, capacity, **owner):
        self.arcs.append(Arc(self.node(tail), self.node(head), capacity, **owner))

    def add_chain(self, series):
        for index in reversed(range(len(series.days))):
            here = (series.id, index)
            self.add_arc((series.id, index + 1), here, None, series=series, run=series.runs[index])
            slots = series.slots_on[series.days[index]]
            if series.max_per_day < len(slots):
                self.add_arc(here, ("day", series.id, index), series.max_per_day)
                here = ("day", series.id, index)
            for slot in slots:
                self.add_arc(here, ("slot", slot), 1, series=series, slot=slot)
        self.add_arc((series.id, len(series.days)), SHORTAGE, series.quota)

    def add_way_to_sink(self, slot):
        """From the slot to its outlet's day and month where these have caps, one arc for each cap."""
        outlet, _, day, capacity = self.instance.slots[slot]
        month = self.instance.month[day]
        caps = self.instance.outlets[outlet]
        here = ("slot", slot)
        levels = []
        if caps["dayCap"] is not None:
            levels.append((("outlet day", outlet, day), caps["dayCap"]))
        if caps["monthCap"] is not None:
            levels.append((("outlet month", outlet, month), caps["monthCap"][month]))
        for level, cap in levels:
            known = level in self.nodes
            self.add_arc(here, level, capacity)
            if known:
                return
            here, capacity = level, cap
        self.add_arc(here, SINK, capacity)

    def bounds(self, worst, shortage):
        """Lower and upper flow of each arc, or None when an arc has no room.

        `worst` is the largest deviation allowed, None for any.
        """
        found = []
        for arc in self.arcs:
            least, most = 0, arc.capacity
            if arc.run is not None:
                series = arc.series
                low, high = (series.aired, series.quota) if worst is None else series.band(arc.run, worst)
                least, most = low - series.aired, high - series.aired
            elif arc.slot is not None:
                least = 1 if arc.slot in arc.series.pins else 0
            elif most is None:
                most = shortage
            if most < least:
                return None
            found.append((least, most))
        return found

    def supplies(self, bounds):
        """What each node gives, after the lower bounds have been sent."""
        supply = [0] * len(self.nodes)
        for arc, (least, _) in zip(self.arcs, bounds):
            supply[arc.head] += least
            supply[arc.tail] -= least
        for series in self.component:
            supply[self.node((series.id, len(series.days)))] += series.quota - series.aired
        supply[self.node(SINK)] -= self.total
        return supply

    def is_feasible(self, worst, shortage):
        bounds = self.bounds(worst, shortage)
        if bounds is None:
            return False
        network, source, target = max_flow.SimpleMaxFlow(), len(self.nodes), len(self.nodes) + 1
        for arc, (least, most) in zip(self.arcs, bounds):
            if most > least:
                network.add_arc_with_capacity(arc.tail, arc.head, most - least)
        needed = 0
        for node, supply in enumerate(self.supplies(bounds)):
            if supply > 0:
                network.add_arc_with_capacity(source, node, supply)
                needed += supply
            elif supply < 0:
                network.add_arc_with_capacity(node, target, -supply)
        started = time.perf_counter()
        network.solve(source, target)
        self.core_seconds += time.perf_counter() - started
        return network.optimal_flow() == needed

    def least_shortage(self):
        if self.is_feasible(None, 0):
            return 0
        if not self.is_feasible(None, self.total):
            return None
        return bisect(0, self.total, lambda shortage: self.is_feasible(None, shortage))

    def least_deviation(self, shortage):
        low = max(series.least_deviation() for series in self.component)
        if self.is_feasible(low, shortage):
            return low
        step = 250
        while not self.is_feasible(low + step, shortage):
            low += step
            step *= 2
        return bisect(low, low + step, lambda worst: self.is_feasible(worst, shortage))

    def cheapest(self, worst, shortage, order):
        """The placements of least cost within the band."""
        bounds, network = self.bounds(worst, shortage), min_cost_flow.SimpleMinCostFlow()
        placements, placement_arcs = [], {}
        weight = {PREFERENCES: 3 * self.total + 1, EVENNESS_FIRST: self.total + 1, STABILITY_FIRST: 1}[order]
        for arc, (least, most) in zip(self.arcs, bounds):
            if arc.run is not None:
                add_convex_arc(network, arc, least, most, weight)
            elif arc.slot is not None and least == most:
                placements.append((arc.series.id, arc.slot))
            elif most > least:
                cost = 0 if arc.slot is None else self.placement_cost(arc, order)
                index = network.add_arc_with_capacity_and_unit_cost(arc.tail, arc.head, most - least, cost)
                if arc.slot is not None:
                    placement_arcs[index] = (arc.series.id, arc.slot)
        for node, supply in enumerate(self.supplies(bounds)):
            network.set_node_supply(node, supply)
        started = time.perf_counter()
        status = network.solve()
        self.core_seconds += time.perf_counter() - started
        if status != network.OPTIMAL:
            raise RuntimeError(f"min-cost flow ends with {status}")
        return placements + [pair for index, pair in placement_arcs.items() if network.flow(index)]

    def placement_cost(self, arc, order):
        if order == PREFERENCES:
            return arc.series.cost(self.instance.slots[arc.slot][1])
        if (arc.series.id, arc.slot) not in self.instance.published:
            return 0
        return -1 if order == EVENNESS_FIRST else -STABILITY_WEIGHT


def bisect(low, high, holds):
    """The least value above `low`, where it does not hold, at which it does; it holds at `high`."""
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if holds(middle) else (middle, high)
    return high


def add_convex_arc(network, arc, least, most, weight):
    """One unit arc for each further placement, at its marginal cost."""
    series, run = arc.series, arc.run
    for count in range(series.aired + least, series.aired + most):
        cost = run.squares(series.scale * (count + 1)) - run.squares(series.scale * count)
        network.add_arc_with_capacity_and_unit_cost(arc.tail, arc.head, 1, weight * cost)


def solve(instance, component, order, slack):
    """The optimum of one component, or None when the pins contradict the capacities."""
    flow = Flow(instance, component)
    shortage = flow.least_shortage()
    if shortage is None:
        return None
    worst = flow.least_deviation(shortage)
    placements = flow.cheapest(worst + slack, shortage, order)
    placed_on = defaultdict(Counter)
    for series, slot in placements:
        placed_on[series][instance.slots[slot][2]] += 1
    counts = [pair for series in component for pair in series.counts(placed_on[series.id])]
    objective = {
        "L1": shortage,
        "L3a": max(run.deviation(count) for run, count in counts),
        "L3b": sum(run.squares(count) for run, count in counts),
    }
    return {
        "objective": objective,
        "bound": {**objective, "L3a": worst},
        "status": "optimal",
        "placements": placements,
        "core_seconds": flow.core_seconds,
    }
