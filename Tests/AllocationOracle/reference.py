"""Solves an instance with other people's solvers, component by component, and prints one line of JSON.

    reference.py INSTANCE --solver flow --no-coupling [--order even|stable] [--slack N] [--out RESULT]
    reference.py INSTANCE --solver highs [--no-coupling] [--threads N] [--limit SECONDS] [--out RESULT]

flow    OR-tools' minimum-cost flow, without C5 and C7 (check.py names the rules): L1, L3a and L3b, then L4
        or, with --order, L5: `even` after the squares, `stable` before; --slack is added to the best L3a.
highs   HiGHS' branch and bound, with all rules: L1, L3a and L3b; takes minutes where translators are short.

The line has the objective, `seconds`, `core_seconds` (within the solver's C++ code), status and bound. The
exit status is 1 when a component has no solution, or none in time.
"""

import argparse
import json
import sys
import time

from problem import Instance

SUMMED = {"L1": "L1", "L3a_sum": "L3a", "L3b": "L3b"}


def arguments():
    parser = argparse.ArgumentParser(description="Solves an instance with OR-tools or HiGHS.")
    parser.add_argument("instance")
    parser.add_argument("--solver", choices=["flow", "highs"], default="flow")
    parser.add_argument("--no-coupling", action="store_true", help="leave out C5 and C7")
    parser.add_argument("--order", choices=["even", "stable"], help="flow: L5 after or before the squares")
    parser.add_argument("--slack", type=int, default=0, help="flow: thousandths on top of the best L3a")
    parser.add_argument("--threads", type=int, default=1, help="highs only")
    parser.add_argument("--limit", type=float, default=120, help="highs: seconds for each component")
    parser.add_argument("--out")
    given = parser.parse_args()
    if given.solver == "flow" and not given.no_coupling:
        parser.error("a flow knows nothing of C5 and C7: say --no-coupling, or --solver highs")
    return given


def component_solver(given, instance):
    """A function from a component to its solution. It loads one solver alone: each brings a libhighs."""
    if given.solver == "flow":
        import flow

        return lambda component: flow.solve(instance, component, given.order or flow.PREFERENCES, given.slack)
    import highs

    if instance.today > 0 and not given.no_coupling:
        sys.exit("the model of C5 and C7 is for a year that has not begun to air: say --no-coupling")
    return lambda component: highs.solve(
        instance, component, given.threads, given.limit, not given.no_coupling
    )


def total(solutions, key):
    """The objective or the bound of the whole: sums over the components, and the largest L3a."""
    parts = [solution[key] for solution in solutions]
    sums = {name: sum(part[of] for part in parts) for name, of in SUMMED.items()}
    return {"L1": sums["L1"], "L3a": max(part["L3a"] for part in parts), **sums}


def main():
    given = arguments()
    instance = Instance(given.instance)
    solve = component_solver(given, instance)
    started = time.perf_counter()
    solutions = [solve(component) for component in instance.components()]
    seconds = time.perf_counter() - started
    if None in solutions:
        sys.exit(f"{given.solver} solves {instance.name} not in time, or it has no solution")

    proven = all(solution["status"] == "optimal" for solution in solutions)
    core_seconds = sum(solution["core_seconds"] for solution in solutions)
    summary = {
        "objective": total(solutions, "objective"), "seconds": round(seconds, 4),
        "core_seconds": round(core_seconds, 4), "status": "optimal" if proven else "feasible",
        "bound": total(solutions, "bound"),
    }
    print(json.dumps(summary))
    if given.out:
        placements = instance.aired + [pair for solution in solutions for pair in solution["placements"]]
        result = {
            "format": "alloc-result/1", "instance": instance.name, "level": "slot", "solver": given.solver,
            "threads": given.threads, "seconds": seconds, "status": summary["status"],
            "claim": summary["objective"], "bound": summary["bound"], "placements": placements,
        }
        with open(given.out, "w", encoding="utf-8") as file:
            json.dump(result, file, separators=(",", ":"))


if __name__ == "__main__":
    main()
