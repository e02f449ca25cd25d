import Foundation
import Testing

@Suite("What cannot be written is told, and nothing confirmed is lost")
struct OutputTests {
  private static let plan = """
    plan: x
    title: X
    year: 2026
    outlets:
      tv: { name: TV, kind: television, grid: [{ id: toi, rule: FREQ=DAILY, at: "20:15", length: 15m }] }
    lines: [{ id: a, title: A, form: tin, outlet: tv, quota: 2 }]

    """
  private static let log = "date,outlet,title\n2026-03-05,tv,A\n2026-04-05,tv,A\n"

  @Test(
    "a result that does not arrive ends with 74 and a sentence",
    arguments: [
      ("> /dev/full", "Cannot write standard output: the disk is full.\n"),
      (">&-", "Cannot write standard output: it is closed.\n"),
    ])
  func lostResult(redirection: String, sentence: String) throws {
    for command in [
      "check \(Self.case) --lang en", "allocate \(Self.case) --json --lang en", "check --help --lang en",
    ] {
      let told = try Command.shell("\"$lichsong\" \(command) \(redirection)")
      #expect(told.status == 74, "\(command)")
      #expect(told.errors.hasSuffix(sentence), "\(command): \(told.errors)")
    }
  }

  @Test(
    "warnings that do not arrive end with 74, and the result is printed", arguments: ["2>&-", "2> /dev/full"])
  func lostWarnings(redirection: String) throws {
    try withPlan { folder in
      let told = try Command.shell("\"$lichsong\" allocate $1 \(redirection)", folder)
      #expect(told.status == 74)
      #expect(told.output.contains("2026"))
      // An error that is told by the status anyway keeps its own.
      #expect(try Command.shell("\"$lichsong\" check /nowhere \(redirection)").status == 74)
      #expect(try Command.shell("\"$lichsong\" frob \(redirection)").status == 64)
    }
  }

  @Test("a reader that has seen enough is no failure, and files are written all the same")
  func head() throws {
    try withPlan { folder in
      let told = try Command.shell(
        """
        "$lichsong" allocate $1 --json --out $1/p.csv 2> $1/errors | head -c 1 > /dev/null
        echo ${PIPESTATUS[0]}; grep -ci signal $1/errors
        "$lichsong" check $1 2>&1 | true
        """, folder)
      #expect(told.output == "0\n0\n")
      #expect(told.errors.isEmpty)
      #expect(try text(folder + "/p.csv").contains("x.a.2"))
    }
  }

  @Test("without a standard output the record is written as it should be")
  func closedWhileRecording() throws {
    try withPlan { folder in
      let told = try Command.shell(
        #""$lichsong" import $1 $1/a.csv --at 2026-05-01T09:00 --lang en <&- >&-"#, folder)
      #expect(told.status == 74, "\(told.errors)")
      let closed = try book(folder)
      try FileManager.default.removeItem(atPath: folder + "/book")
      let open = try Command.shell(
        #""$lichsong" import $1 $1/a.csv --at 2026-05-01T09:00 --lang en"#, folder)
      #expect(open.status == 0, "\(open.errors)")
      #expect(try closed == book(folder) && closed.count == 1)
    }
  }

  @Test("exports that are killed at any time block no later one, and leave nothing", .timeLimit(.minutes(3)))
  func killed() throws {
    try withPlan { folder in
      let script = """
        for delay in 0.02 0.05 0.08 0.1 0.12 0.15 0.2 0.25 0.3 0.4; do
          "$lichsong" export $1 --out $1/out > /dev/null 2>&1 & program=$!
          sleep $delay; kill -KILL $program 2> /dev/null; wait $program 2> /dev/null
        done
        for number in $(seq 150); do
          touch $1/out/.year.ics.$number $1/out/.lichsong-$number-$number.part $1/out/.lichsong-1-$number.part
        done
        "$lichsong" export $1 --out $1/out > /dev/null 2>&1 || exit
        rm $1/out/.year.ics.*
        "$lichsong" export $1 --out $1/fresh > /dev/null 2>&1 && diff -r $1/out $1/fresh
        """
      let told = try Command.shell(script, folder)
      #expect(told.status == 0 && told.output.isEmpty, "\(told.output)\(told.errors)")
    }
  }

  @Test("imports that are killed at any time lose no row that was confirmed", .timeLimit(.minutes(3)))
  func killedWhileRecording() throws {
    try withPlan { folder in
      let script = """
        for number in 1 2 3 4 5 6 7 8 9; do
          printf 'date,outlet,title\\n2026-03-0%d,tv,A%d\\n' $number $number > $1/$number.csv
          "$lichsong" import $1 $1/$number.csv --at 2026-05-0${number}T09:00 > /dev/null 2>&1 & program=$!
          sleep 0.0$((number * 2)); kill -KILL $program 2> /dev/null
          wait $program 2> /dev/null && echo A$number >> $1/confirmed
        done
        for number in 1 2 3 4 5 6 7 8 9; do
          "$lichsong" import $1 $1/$number.csv --at 2026-05-10T09:00 > /dev/null 2>&1 || exit
        done
        ls -A $1/book | grep -v '^2026.*csv$'
        cat $1/book/*.csv > $1/all
        for number in 1 2 3 4 5 6 7 8 9; do grep -c "A$number" $1/all; done
        """
      let told = try Command.shell(script, folder)
      #expect(told.status == 0, "\(told.errors)")
      #expect(told.output == String(repeating: "1\n", count: 9))
    }
  }

  @Test("a Book that is a link to a folder stays one, and that folder has the new entry")
  func linkedBook() throws {
    try withPlan { folder in
      let told = try Command.shell(
        """
        mkdir $1/as-run $1/office; cp $1/a.csv $1/as-run/tv.csv; ln -s office $1/book
        "$lichsong" link $1 tv.csv:2 --nothing --by An --reason "Phát thử" --lang en 2>&1 || exit
        test -L $1/book && grep -c ",An,Phát thử" $1/office/*-link-*.csv
        """, folder)
      #expect(told.output.hasSuffix("\n1\n"), "\(told.output)")
    }
  }

  @Test("a result for /dev/stdout goes there, and is not mixed up with what is printed")
  func standardOutput() throws {
    try withPlan { folder in
      let told = try Command.shell(
        """
        echo before > $1/log; ln -s /proc/self/fd/1 $1/stdout
        "$lichsong" allocate $1 --out $1/stdout --lang en 2> /dev/null >> $1/log
        """,
        folder)
      #expect(told.status == 0)
      let log = try text(folder + "/log")
      #expect(log.hasPrefix("before\n\u{FEFF}uid,line,"))
      #expect(log.contains("x.a.2") && log.contains("ALLOCATION BY MONTH"))
    }
  }

  @Test(
    "a plan's folder whose parts cannot be reached ends with 74 at once, in every command that reads them")
  func unreachable() throws {
    try withPlan { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/book", withDestinationPath: "/mnt/gone")
      let sentence =
        "\(folder)/book: the link \(folder)/book points to /mnt/gone, which is not there; connect "
        + "the drive or correct the link.\n"
      for (arguments, verb) in [
        (["report", folder], "read"), (["import", folder, folder + "/a.csv"], "write"),
        (["publish", folder, "--by", "An"], "read"),
      ] {
        let told = try Command(program: Command.path, arguments + ["--lang", "en"])
        #expect(
          told.status == 74 && told.errors == "Cannot \(verb) \(sentence)", "\(arguments): \(told.errors)")
      }
      try FileManager.default.removeItem(atPath: folder + "/book")
      let pipe = try Command.shell(
        #"mkdir $1/as-run; mkfifo $1/as-run/tv.csv; "$lichsong" report $1 --lang en"#, folder)
      #expect(pipe.status == 74)
      #expect(
        pipe.errors.hasSuffix(
          "Cannot read \(folder)/as-run/tv.csv: this is a pipe or a device, a regular file is needed.\n"))
    }
  }

  @Test("a folder whose name is one letter can be written into")
  func shortName() throws {
    try withPlan { folder in
      let told = try Command.shell(
        #"cd $1; "$lichsong" export . --out o > /dev/null 2>&1 && "$lichsong" allocate . --out p > /dev/null 2>&1"#,
        folder)
      #expect(told.status == 0)
      #expect(try text(folder + "/o/year.ics").contains("x.a.2") && text(folder + "/p").contains("x.a.2"))
    }
  }

  private static let `case` = "schedules/binh-thanh-2018"

  private func book(_ folder: String) throws -> [Data] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/book").sorted().map {
      try Data(contentsOf: URL(filePath: folder + "/book/" + $0))
    }
  }

  private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  private func withPlan(_ work: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/lichsong-output-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(Self.plan.utf8).write(to: URL(filePath: folder + "/plan.yaml"))
    try Data(Self.log.utf8).write(to: URL(filePath: folder + "/a.csv"))
    try work(folder)
  }
}
