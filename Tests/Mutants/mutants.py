#!/usr/bin/env python3
"""Changes one thing at a time in critical logic, and tells which changes no test notices.

    mutants.py --check            every mutant still names one place in the sources
    mutants.py                    build and judge them all (about two minutes each)
    mutants.py NAME…              those whose name contains one of the words
    mutants.py --list

Each is tried in a work tree of its own under `.build/mutants`; the sources are never touched. A mutant that builds and
passes the tests named beside it is printed as MISSED, and the status is then 1.
"""

import argparse
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

# name, file below Sources, what stands there once, what it becomes, the tests that must fail
MUTANTS = [
    # Proof and cost
    ("proof: a gap is a day shorter", "Allocation/Proof/CountInequality.swift",
     "let last = day + series.gapDays - 1", "let last = day + series.gapDays - 2", "AllocationTests"),
    ("proof: a month's least may be one less", "Allocation/Proof/CountInequality.swift",
     "guard ProofReach.number.contains(least), least > 0", "guard ProofReach.number.contains(least), least > 1",
     "AllocationTests"),
    ("proof: floor rounds towards zero", "Allocation/Proof/CountRun.swift",
     "return remainder < 0 ? quotient - 1 : quotient", "return quotient", "AllocationTests"),
    ("proof: the rise counts one unit more", "Allocation/Proof/LinearCost.swift",
     "rise * (units * (units - 1) / 2)", "rise * (units * (units + 1) / 2)", "AllocationTests"),
    # Re-plans and pins
    ("re-plan: a month that is over keeps its least", "Allocation/Replanning/RestOfYear.swift",
     "if index < month { return 0...range.upperBound }", "", "AllocationTests"),
    ("re-plan: what aired this month is asked of it again", "Allocation/Replanning/RestOfYear.swift",
     "return min(most, max(0, range.lowerBound - count))...most", "return min(most, range.lowerBound)...most",
     "AllocationTests"),
    ("pins: a slot of several days holds one day's works", "Allocation/Planning/PinChoice.swift",
     "let most = perDay.map { $0 * possible.count }", "let most = perDay.map { $0 }", "AllocationTests"),
    ("a slot of several days holds one day's works", "Allocation/Planning/PlanProblem+Series.swift",
     "return min(room, perDay * slot.possibleDays.count)", "return min(room, perDay)", "AllocationTests"),
    # Matching
    ("matching: on time is one minute less", "Matching/MatchState+Outcomes.swift",
     "<= tolerance.onTimeMinutes * 60 { return .aired }", "< tolerance.onTimeMinutes * 60 { return .aired }",
     "MatchingTests"),
    ("matching: missed a day early", "ScheduleModel/Logs/LogCoverage.swift",
     "days.upperBound <= own.end.advanced(by: 1)", "days.upperBound <= own.end.advanced(by: 2)",
     "MatchingTests"),
    ("matching: as long as asked is partial", "Matching/MatchState+Outcomes.swift",
     "own * 100 < planned * 60 * tolerance.partialPercent",
     "own * 100 <= planned * 60 * tolerance.partialPercent",
     "MatchingTests|CountingTests"),
    ("matching: the reach is open at its end", "Matching/Sweep.swift",
     "placements[end] <= entry + apart", "placements[end] < entry + apart", "MatchingTests"),
    ("matching: what is made good was missed or not", "Matching/MatchState+Outcomes.swift",
     "if shown != true || isPartial(placement)", "if isPartial(placement)", "MatchingTests|CountingTests"),
    # Titles
    ("titles: likeness rounds up", "ScheduleModel/Text/FoldedText.swift",
     "return 100 - (distance * 100 + longest - 1) / longest", "return 100 - distance * 100 / longest",
     "ScheduleModelTests|MatchingTests"),
    ("titles: numbers need not agree", "ScheduleModel/Text/FoldedText.swift",
     "return percent >= least && numbers == other.numbers ? percent : nil", "return percent >= least ? percent : nil",
     "ScheduleModelTests|MatchingTests"),
    # Imports and declared figures
    ("import: a row of equal trust does not replace", "Logs/Recording/LedgerMerge.swift",
     "mine < theirs", "mine <= theirs", "LogsTests"),
    ("consolidation: a unit that began later owes the whole period", "Counting/Consolidation/DeclaredPieces.swift",
     "let from = max(period.days.lowerBound, unit?.validity.from ?? period.days.lowerBound)",
     "let from = period.days.lowerBound", "CountingTests"),
    # Figures
    ("percentage: cut off, not rounded", "ScheduleModel/Published/PublishedFigures.swift",
     "(2 * part * scale + whole) / (2 * whole)", "(2 * part * scale) / (2 * whole)", "ScheduleModelTests"),
    ("quantity: a sum with “more than” reaches its own bound", "ScheduleModel/Quantities/Quantity+Sum.swift",
     "case .moreThan: (high, isAbove) = (nil, true)", "case .moreThan: (high, isAbove) = (nil, false)",
     "ScheduleModelTests"),
    ("quantity: a rate is added like a total", "ScheduleModel/Quantities/Quantity+Sum.swift",
     "if let rate = figures.first(where: { $0.rate != nil }) { throw .rate(rate) }", "", "ScheduleModelTests|CountingTests"),
    ("rule: what was carried over is forgotten", "ScheduleModel/Counting/RuleTally.swift",
     "max(0, (floor ?? 0) - amount - carried)", "max(0, (floor ?? 0) - amount)", "ScheduleModelTests|CountingTests"),
    ("rule: a window that still runs is short", "ScheduleModel/Counting/RuleTally.swift",
     "public var isShort: Bool { isOver && lacking > 0 }", "public var isShort: Bool { lacking > 0 }",
     "ScheduleModelTests|CountingTests"),
    # Grids
    ("UNTIL: a rule of one day does not open", "Calendars/Grids/GridLineOpenings.swift",
     "let ruleDays = start <= until ?", "let ruleDays = start < until ?", "CalendarsTests"),
    ("UNTIL: the last day of an outlet is not open", "Calendars/Grids/GridLineOpenings.swift",
     "validity.through?.advanced(by: 1) ?? upperBound", "validity.through ?? upperBound", "CalendarsTests"),
    # Publications
    ("tombstone: gone a day early", "Calendars/Publishing/CalendarEntries.swift",
     "let isKept = row.placement.timing.lastDay >= kept", "let isKept = row.placement.timing.lastDay > kept",
     "CalendarsTests|PlanningTests|StationFolderTests"),
    ("SEQUENCE: a move keeps it", "Planning/Publishing/ScheduleChanges.swift",
     "var sequence = before.revision.sequence + (isSignificant ? 1 : 0)",
     "var sequence = before.revision.sequence", "PlanningTests"),
    ("SEQUENCE: two publications at once", "Planning/Publishing/ScheduleChanges.swift",
     "if let conflict { sequence = conflict + 1 }", "if let conflict { sequence = conflict }", "PlanningTests"),
    ("SEQUENCE: a task that was taken out", "Planning/Publishing/ScheduleChanges.swift",
     "revision: .init(sequence: old.revision.sequence + 1, publication: publication)))",
     "revision: .init(sequence: old.revision.sequence, publication: publication)))", "PlanningTests"),
    ("publication: another outlet is no move", "Planning/Publishing/ScheduleChanges.swift",
     "placement.timing != other.placement.timing || placement.outlet != other.placement.outlet",
     "placement.timing != other.placement.timing", "PlanningTests"),
    ("tombstone: a withdrawn placement stays confirmed", "Planning/Publishing/ScheduleChanges.swift",
     "placement: placement, zone: zone, status: .cancelled, againOf: againOf, content: content,",
     "placement: placement, zone: zone, status: status, againOf: againOf, content: content,", "PlanningTests"),
    # The Book
    ("Book: known on a day leaves that day out", "Planning/Book/Book.swift",
     "cut { clock.local($0.head.time).day <= day }", "cut { clock.local($0.head.time).day < day }", "PlanningTests"),
    ("Book: two entries in one second", "Planning/Book/Book.swift",
     "earliest = LocalTime(seconds: head.time.seconds + 1)", "earliest = head.time", "PlanningTests"),
    ("Book: an entry does not name what it follows", "Planning/Book/Book.swift",
     "      after = [entry.id]\n", "", "PlanningTests"),
    ("Book: an altered body is read", "Planning/Book/BookEntry+Text.swift",
     "bytes.count - start == size, known ?? Digest.sha256(bytes[start...]) == digest else {", "!digest.isEmpty else {",
     "PlanningTests|StationFolderTests"),
    ("Book: an entry under another name is read", "Planning/Book/BookEntry+Text.swift",
     "guard file.name.split(separator: \"/\").last.map(String.init) == entry.fileName else",
     "guard !file.name.isEmpty else", "PlanningTests|StationFolderTests"),
    ("close: a row of the day after counts", "Counting/Closing/Closing.swift",
     "days.contains($0.broadcastDay)", "days.contains($0.day)", "CountingTests|EndToEndTests.CloseCommandTests"),
    # Files
    ("files: the folder of a record is not locked", "StationFolder/Book/RecordFolder.swift",
     "while flock(descriptor, LOCK_EX) != 0", "while flock(descriptor, LOCK_SH) != 0", "StationFolderTests"),
    ("files: not forced before it has its name", "StationFolder/Files/AtomicFile.swift",
     "guard fsync(hidden.descriptor) == 0 else { throw refusal(errno) }", "", "ForcingTests"),
    ("files: the name is not forced", "StationFolder/Files/AtomicFile.swift",
     "try Self.force(folderOf: place, for: path)", "", "ForcingTests"),
    ("files: a record is replaced", "StationFolder/Book/RecordFolder.swift",
     "guard try InputFile.read(place).bytes == bytes else", "guard try InputFile.read(place).bytes != [] else",
     "StationFolderTests"),
]


def faults():
    """What keeps mutants from being made: their place is gone, or there are several."""
    for name, file, old, _, _ in MUTANTS:
        path = ROOT / "Sources" / file
        count = path.read_text().count(old) if path.is_file() else 0
        if count != 1:
            yield f"{name}: Sources/{file} has {count} times: {old.strip()}"


def run(*command, cwd):
    return subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def judge(tree, mutant):
    """`caught`, `MISSED`, or `broken` for one that does not build."""
    _, file, old, new, tests = mutant
    path = tree / "Sources" / file
    text = path.read_text()
    path.write_text(text.replace(old, new))
    try:
        if run("swift", "build", "--build-tests", cwd=tree).returncode != 0:
            return "broken"
        return "MISSED" if run("swift", "test", "--skip-build", "--filter", tests, cwd=tree).returncode == 0 else "caught"
    finally:
        path.write_text(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--list", action="store_true")
    given = parser.parse_args()
    if given.check:
        wrong = list(faults())
        print("\n".join(wrong) if wrong else f"{len(MUTANTS)} mutants, each with its place")
        return 1 if wrong else 0
    chosen = [one for one in MUTANTS if not given.names or any(word in one[0] for word in given.names)]
    if given.list:
        print("\n".join(one[0] for one in chosen))
        return 0
    tree = ROOT / ".build" / "mutants"
    if not tree.is_dir():
        run("git", "worktree", "add", "--detach", str(tree), cwd=ROOT)
    run("git", "checkout", "--force", "--detach", "HEAD", cwd=tree)
    missed = 0
    for mutant in chosen:
        verdict = judge(tree, mutant)
        missed += verdict != "caught"
        print(f"{verdict:7} {mutant[0]}", flush=True)
    print(f"{len(chosen) - missed} of {len(chosen)} caught")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
