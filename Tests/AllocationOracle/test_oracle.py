"""Holds that check.py catches what it is there to catch: python3 -m unittest test_oracle.py"""

import contextlib
import io
import json
import pathlib
import tempfile
import unittest
from unittest import mock

import check
import generate


def series(number, types, quota, **other):
    entry = {
        "id": number, "outlet": 0, "quota": quota, "maxPerDay": 1, "from": 0, "to": 60, "weights": [1] * 12,
        "lo": [0] * 12, "hi": [9] * 12, "types": types, "pins": [], "source": None, "lead": 0,
        "translator": None,
    }
    return {**entry, **other}


def instance():
    """Three weekly airings, each translated for one four weeks later, and a pinned airing beside them."""
    return {
        "days": 365, "monthStart": generate.MONTH_START, "scale": 1000, "airedUntil": 0, "aired": [],
        "published": [],
        "blackouts": [{"from": 21, "to": 21, "outlets": [0], "reason": "mourning"}],
        "outlets": [
            {"id": 0, "dayCap": 2, "monthCap": [5] * 12},
            {"id": 1, "dayCap": None, "monthCap": None},
        ],
        "slots": [
            [0, 0, 0, 1], [0, 0, 7, 1], [0, 0, 14, 1], [0, 0, 14, 2],  # 0-3: the original's grid line
            [0, 1, 28, 1], [0, 1, 35, 1], [0, 1, 42, 1], [0, 1, 7, 1],  # 4-7: the version's
            [1, 0, 9, 1], [0, 0, 21, 1], [0, 0, 63, 1],  # 8 another outlet, 9 blackout, 10 after the window
        ],
        "series": [
            series(0, {"0": 3}, 3),
            series(1, {"1": 0}, 3, source=0, lead=14, translator=0),
            series(2, {"0": 1}, 1, pins=[3]),
        ],
        "translators": [{"id": 0, "weekCap": [1] * 53}],
    }


GOOD = [(0, 0), (0, 1), (0, 2), (1, 4), (1, 5), (1, 6), (2, 3)]


def moved(placement, slot):
    """The good placements with one of them in another slot, or gone when `slot` is None."""
    return [
        (other[0], slot) if other == placement else other
        for other in GOOD
        if other != placement or slot is not None
    ]


def after_the_first_week(data):
    data.update(airedUntil=7, aired=[[0, 0]])
    data["series"][1].update(source=None)


def with_room_for_two(data):
    data["series"][2].update(maxPerDay=2)
    data["outlets"][0].update(dayCap=None, monthCap=None)


def unchanged(_data):
    pass


# What goes wrong, the rule that must say so and no other, the change of the instance, the placements.
BROKEN = [
    ("an aired placement is lost", "history", after_the_first_week, moved((0, 0), None)),
    ("a placement is added to the past", "history", lambda data: data.update(airedUntil=7), GOOD),
    ("another outlet's slot", "C1", unchanged, moved((0, 1), 8)),
    ("a slot of another type", "C1", unchanged, moved((0, 1), 7)),
    ("a slot in a blackout", "C1", unchanged, moved((0, 2), 9)),
    ("a slot after the window", "C1", unchanged, [*GOOD, (0, 10)]),
    ("a slot that is not there", "C1", unchanged, [*GOOD, (0, 11)]),
    ("a series that is not there", "C1", unchanged, [*GOOD, (-1, 10)]),
    ("a placement twice", "C1", with_room_for_two, [*GOOD, (2, 3)]),
    ("two placements in a slot for one", "C2",
     lambda data: data["series"][2].update(pins=[]), moved((2, 3), 1)),
    ("a series twice on a day", "C3", lambda data: data["outlets"][0].update(dayCap=None), moved((0, 1), 3)),
    ("more than the outlet's day holds", "C4", lambda data: data["outlets"][0].update(dayCap=1), GOOD),
    ("more than the outlet's month holds", "C4",
     lambda data: data["outlets"][0].update(monthCap=[4] * 12), GOOD),
    ("an outlet that is closed", "C4", lambda data: data["outlets"][0].update(dayCap=0), GOOD),
    ("more than the month's maximum", "C5", lambda data: data["series"][0].update(hi=[2] * 12), GOOD),
    ("less than the month's minimum", "C5", lambda data: data["series"][0].update(lo=[3] + [1] * 11), GOOD),
    ("a pin that is not kept", "C6", unchanged, moved((2, 3), None)),
    ("a version ahead of its source", "C7", unchanged, moved((1, 4), 7)),
    ("a version without its source", "C7", unchanged, moved((0, 2), None)),
    ("a translator without room in time", "C7",
     lambda data: data["translators"][0].update(weekCap=[1, 0, 0, 0] + [9] * 49), GOOD),
    ("a translator with too little room", "C7",
     lambda data: data["translators"][0].update(weekCap=[0, 1, 1] + [0] * 50), GOOD),
]


class CheckTests(unittest.TestCase):
    def test_good_schedule_violates_nothing(self):
        found, _ = check.check(check.Instance(instance()), GOOD)
        self.assertEqual(found, [])

    def test_broken_schedule_is_caught_by_the_rule_it_breaks(self):
        for what, rule, change, placements in BROKEN:
            with self.subTest(what):
                data = instance()
                change(data)
                found, _ = check.check(check.Instance(data), placements)
                self.assertEqual({violation.rule for violation in found}, {rule})

    def test_every_rule_is_broken_by_one_of_them(self):
        silent = set(check.RULES)
        for _, _, change, placements in BROKEN:
            data = instance()
            change(data)
            checked = check.Instance(data)
            if not any(check.unknown_placements(checked, placements)):
                schedule = check.Schedule(checked, placements)
                silent -= {rule for rule in silent if any(rule(checked, schedule))}
        self.assertEqual(silent, set())

    def test_relaxed_check_leaves_out_the_months_and_the_versions(self):
        for what, rule, change, placements in BROKEN:
            with self.subTest(what):
                data = instance()
                change(data)
                found, _ = check.check(check.Instance(data), placements, relaxed=True)
                self.assertEqual(bool(found), rule not in ("C5", "C7"))

    def test_objectives_are_those_reckoned_by_hand(self):
        data = instance()
        # Over days 0 to 3 the ideal line of two airings is 500, 1000, 1500, 2000; those of days 0 and 2 make
        # 1000, 1000, 2000, 2000. One of the three that the other series wants is missing, from day 3 on.
        data["slots"] = [[0, 0, 0, 1], [0, 0, 2, 1], [1, 0, 1, 1], [1, 0, 2, 1]]
        data["series"] = [
            series(0, {"0": 3}, 2, to=3),
            series(1, {"0": 1}, 3, outlet=1, **{"from": 1, "to": 3}),
        ]
        data["published"] = [[0, 0], [1, 1]]
        _, objectives = check.check(check.Instance(data), [(0, 0), (0, 1), (1, 2), (1, 3)])
        expected = {
            "L1": 1, "L3a": 1000, "L3a_sum": 1500, "L3b": 2 * 500**2 + 362 * 1000**2, "L4": 8, "L5": 1,
            "placements": 4,
        }
        self.assertEqual(objectives, expected)


class CommandTests(unittest.TestCase):
    def run_check(self, placements, claim):
        with tempfile.TemporaryDirectory() as folder:
            paths = [str(pathlib.Path(folder, name)) for name in ("instance.json", "result.json")]
            for path, value in zip(paths, (instance(), {"placements": placements, "claim": claim})):
                pathlib.Path(path).write_text(json.dumps(value), encoding="utf-8")
            output = io.StringIO()
            with mock.patch("sys.argv", ["check.py", *paths]), contextlib.redirect_stdout(output):
                status = check.main()
        *said, last = output.getvalue().splitlines()
        return status, said, json.loads(last)

    def test_good_result_ends_with_status_0(self):
        status, said, last = self.run_check(GOOD, {"L1": 0})
        self.assertEqual((status, said, last["feasible"], last["violations"]), (0, [], True, 0))

    def test_broken_result_is_told_and_ends_with_status_1(self):
        status, said, last = self.run_check(moved((2, 3), None), {"L1": 0})
        expected = ["C6 (1): series 2 is not in slot 3", "claimed L1 0, recomputed 1"]
        self.assertEqual((status, said, last["feasible"], last["violations"]), (1, expected, False, 1))


class GenerateTests(unittest.TestCase):
    def test_the_same_seed_gives_the_same_instance(self):
        made = [json.dumps(generate.generate("station", 7, 1.0, True, False)) for _ in range(2)]
        self.assertEqual(made[0], made[1])

    def test_bottleneck_lets_translators_do_six_a_week_and_versions_wait_six_weeks(self):
        made = generate.generate("station", 1, 1.0, True, True)
        self.assertEqual([sum(translator["weekCap"]) for translator in made["translators"]], [294] * 3)
        versions = [entry for entry in made["series"] if entry["source"] is not None]
        self.assertEqual({entry["lead"] for entry in versions}, {42})


if __name__ == "__main__":
    unittest.main()
