"""The allocation with all rules as mixed-integer programs, one for each objective, solved by HiGHS."""

import math
import time
from collections import defaultdict

import highspy
import numpy

INFINITY = highspy.kHighsInf
SHORTAGE, WORST_DEVIATION, SQUARES = range(3)
SQUARES_UNIT = 1e6  # keeps the costs within what floating-point tolerances bear
WEEKS = 53


class Program:
    """Columns and rows as HiGHS takes them."""

    def __init__(self):
        self.cost, self.column_low, self.column_high, self.types = [], [], [], []
        self.row_low, self.row_high, self.starts, self.indices, self.values = [], [], [0], [], []

    def column(self, low, high, cost=0.0, integer=True):
        self.column_low.append(low)
        self.column_high.append(high)
        self.cost.append(cost)
        self.types.append(highspy.HighsVarType.kInteger if integer else highspy.HighsVarType.kContinuous)
        return len(self.cost) - 1

    def row(self, low, high, plus, minus=()):
        """low <= sum of the columns `plus` less the sum of the columns `minus` <= high"""
        self.weighted_row(low, high, [(column, 1) for column in plus] + [(column, -1) for column in minus])

    def weighted_row(self, low, high, terms):
        self.row_low.append(low)
        self.row_high.append(high)
        for column, factor in terms:
            self.indices.append(column)
            self.values.append(factor)
        self.starts.append(len(self.indices))

    def solve(self, threads, limit):
        solver, program = highspy.Highs(), highspy.HighsLp()
        solver.silent()
        options = {"threads": threads, "time_limit": limit, "mip_rel_gap": 0.0, "mip_abs_gap": 1e-6}
        for name, value in options.items():
            solver.setOptionValue(name, value)
        program.num_col_, program.num_row_ = len(self.cost), len(self.row_low)
        program.col_cost_ = numpy.array(self.cost, float)
        program.col_lower_ = numpy.array(self.column_low, float)
        program.col_upper_ = numpy.array(self.column_high, float)
        program.row_lower_ = numpy.array(self.row_low, float)
        program.row_upper_ = numpy.array(self.row_high, float)
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = numpy.array(self.starts)
        program.a_matrix_.index_ = numpy.array(self.indices)
        program.a_matrix_.value_ = numpy.array(self.values, float)
        program.integrality_ = self.types
        solver.passModel(program)
        solver.run()
        return solver


class Stage:
    """The model of one component for one objective; the earlier objectives keep the values found for them.

    `cumulative` holds for each series the columns of its count after each usable day, `placements` the column
    of each series in each slot.
    """

    def __init__(self, instance, component, objective, shortage=None, worst=None):
        self.instance, self.component, self.objective = instance, component, objective
        self.program, self.constant = Program(), 0
        self.placements, self.cumulative, self.missing, self.in_month = {}, {}, [], {}
        self.shared = defaultdict(list)  # (slot), (outlet, day) or (outlet, month) -> columns
        self.worst = None
        if objective == WORST_DEVIATION:
            least = max(series.least_deviation() for series in component)
            self.worst = self.program.column(least, INFINITY, 1, integer=False)
        for series in component:
            self.add_series(series, worst)
        self.add_capacities()
        if shortage is not None:
            self.program.row(0, shortage, self.missing)

    def add_series(self, series, worst):
        previous, counts, by_month = [], [], defaultdict(list)
        if series.lead_in:
            self.constant += series.lead_in.squares(series.scale * series.aired)
        for day, run in zip(series.days, series.runs):
            placed = self.add_day(series, day)
            by_month[self.instance.month[day]] += placed
            band = series.band(run, worst) if self.objective == SQUARES else (series.aired, series.quota)
            count = self.program.column(*band)
            before = 0 if previous else series.aired
            self.program.row(before, before, [count], placed + previous)
            self.add_deviation(series, run, count, band)
            counts.append(count)
            previous = [count]
        missing = self.program.column(0, series.quota, 1 if self.objective == SHORTAGE else 0)
        to_place = series.quota if previous else series.quota - series.aired
        self.program.row(to_place, to_place, [*previous, missing])
        self.missing.append(missing)
        self.cumulative[series.id], self.in_month[series.id] = counts, by_month

    def add_day(self, series, day):
        """The columns of a series' possible placements on a day."""
        columns, outlet, month = [], series.entry["outlet"], self.instance.month[day]
        for slot in series.slots_on[day]:
            column = self.program.column(1 if slot in series.pins else 0, 1)
            columns.append(column)
            self.placements[series.id, slot] = column
            for key in (("slot", slot), ("day", outlet, day), ("month", outlet, month)):
                self.shared[key].append(column)
        if len(columns) > series.max_per_day:
            self.program.row(0, series.max_per_day, columns)
        return columns

    def add_deviation(self, series, run, count, band):
        if self.objective == WORST_DEVIATION:
            self.program.weighted_row(-run.lowest, INFINITY, [(self.worst, 1), (count, -series.scale)])
            self.program.weighted_row(run.highest, INFINITY, [(self.worst, 1), (count, series.scale)])
        elif self.objective == SQUARES:
            values = [run.squares(series.scale * placed) for placed in range(band[0], band[1] + 1)]
            steps = [(after - before) / SQUARES_UNIT for before, after in zip(values, values[1:])]
            self.constant += values[0]
            self.program.row(band[0], band[0], [count], [self.program.column(0, 1, step) for step in steps])

    def add_capacities(self):
        for (kind, *place), columns in self.shared.items():
            if kind == "slot":
                capacity = self.instance.slots[place[0]][3]
            elif kind == "day":
                capacity = self.instance.outlets[place[0]]["dayCap"]
            else:
                caps = self.instance.outlets[place[0]]["monthCap"]
                capacity = None if caps is None else caps[place[1]]
            if capacity is not None and len(columns) > capacity:
                self.program.row(0, capacity, columns)

    def add_coupling(self):
        """C5, the months' limits, and C7, the language versions; the year must not have begun to air."""
        translated_in = defaultdict(lambda: ([], []))
        for series in self.component:
            for month, columns in self.in_month[series.id].items():
                entry = series.entry
                self.program.row(entry["lo"][month], entry["hi"][month], columns)
            if series.entry["source"] is not None:
                self.add_version(series, translated_in)
        for (translator, week), (after, before) in translated_in.items():
            self.program.row(-INFINITY, self.instance.translators[translator]["weekCap"][week], after, before)

    def add_version(self, series, translated_in):
        """A version's count is at most its source's `lead` days earlier, and at most what is translated."""
        entry, translated, previous = series.entry, [], []
        source = self.count_by_day(self.instance.series[entry["source"]])
        for week in range(WEEKS):
            count = self.program.column(0, series.quota)
            self.program.row(0, INFINITY, [count], previous)
            self.program.row(-INFINITY, 0, [count], source(7 * week - 1))
            after, before = translated_in[entry["translator"], week]
            after.append(count)
            before += previous
            previous = [count]
            translated.append(previous)
        for day, count in zip(series.days, self.cumulative[series.id]):
            self.program.row(-INFINITY, 0, [count], source(day - entry["lead"]))
            self.program.row(-INFINITY, 0, [count], translated[day // 7 - 1] if day >= 7 else [])

    def count_by_day(self, series):
        """A function from a day to the column of the series' count by then, in a list that is empty at 0."""
        latest, index = [], -1
        for day in range(self.instance.days):
            while index + 1 < len(series.days) and series.days[index + 1] <= day:
                index += 1
            latest.append([] if index < 0 else [self.cumulative[series.id][index]])
        return lambda day: latest[day] if day >= 0 else []


class Solver:
    """Solves one component, an objective after the other, within a common time limit in seconds."""

    def __init__(self, instance, component, threads, limit, coupled):
        self.instance, self.component, self.threads, self.coupled = instance, component, threads, coupled
        self.deadline, self.core_seconds = time.perf_counter() + limit, 0.0

    def run(self, objective, *fixed):
        """The stage, the solver after its run, and whether it proved the optimum."""
        stage = Stage(self.instance, self.component, objective, *fixed)
        if self.coupled:
            stage.add_coupling()
        started = time.perf_counter()
        solver = stage.program.solve(self.threads, max(1.0, self.deadline - started))
        self.core_seconds += time.perf_counter() - started
        return stage, solver, solver.getModelStatus() == highspy.HighsModelStatus.kOptimal

    def solve(self):
        """The optimum, or None when an objective before the last was not proven in time."""
        _, solver, proven = self.run(SHORTAGE)
        if not proven:
            return None
        shortage = round(solver.getInfo().objective_function_value)
        _, solver, proven = self.run(WORST_DEVIATION, shortage)
        if not proven:
            return None
        worst = math.ceil(solver.getInfo().objective_function_value - 1e-6)
        stage, solver, proven = self.run(SQUARES, shortage, worst)
        info, values = solver.getInfo(), solver.getSolution().col_value
        if not values:
            return None
        squares, bound = (
            stage.constant + round(value * SQUARES_UNIT)
            for value in (info.objective_function_value, info.mip_dual_bound)
        )
        return {
            "objective": {"L1": shortage, "L3a": worst, "L3b": squares},
            "bound": {"L1": shortage, "L3a": worst, "L3b": bound},
            "status": "optimal" if proven else "feasible",
            "placements": [pair for pair, column in stage.placements.items() if values[column] > 0.5],
            "core_seconds": self.core_seconds,
        }


def solve(instance, component, threads, limit, coupled):
    return Solver(instance, component, threads, limit, coupled).solve()
