public import ScheduleModel

/// The jobs of the workers. A worker claims one for some seconds, and renews its claim as long as it works; one whose worker
/// died is free again when the claim has run out.
extension StoreTransaction {
  /// Asks for a job. The same work on the same input that is open already, or failed less than ten minutes ago, is not
  /// asked for again.
  @discardableResult
  public func ask(_ request: JobRequest, on now: LocalTime) throws(StoreRefusal) -> StoredJob {
    let same = try row(
      "SELECT * FROM job WHERE plan = $1 AND kind = $2 AND input = $3 ORDER BY number DESC LIMIT 1",
      .integer(request.plan), .text(request.kind.rawValue), .text(request.input)
    ).map(StoredJob.init)
    if let same, same.state.isOpen || same.hasJustFailed(on: now), !same.isCancelAsked { return same }
    let number = try nextNumber("job")
    // Somebody on another connection may have asked at the same time.
    try run(
      """
      INSERT INTO job (number, plan, kind, input, argument, state, attempts, progress, cancel_asked, person, asked_at)
      VALUES ($1, $2, $3, $4, $5, 'waiting', 0, 0, 0, $6, $7) ON CONFLICT DO NOTHING
      """, .integer(number), .integer(request.plan), .text(request.kind.rawValue), .text(request.input),
      .text(request.argument), .integer(request.person), .time(now))
    let asked = try row(
      "SELECT * FROM job WHERE plan = $1 AND kind = $2 AND input = $3 ORDER BY number DESC LIMIT 1",
      .integer(request.plan), .text(request.kind.rawValue), .text(request.input)
    ).map(StoredJob.init)
    guard let asked else { throw .busy }
    return asked
  }

  /// Claims the job that waits longest, of a plan and kind that nobody works on. Large files come behind what
  /// somebody waits for, one at a time, and the counting of plans comes last.
  ///
  /// - Parameters:
  ///   - owner: By which the worker is known.
  ///   - end: When the claim runs out.
  /// - Returns: `nil` when there is none.
  public func claimJob(owner: String, until end: LocalTime, on now: LocalTime) throws(StoreRefusal)
    -> StoredJob?
  {
    // On PostgreSQL several workers look at a time: each passes over what another is just claiming.
    let number = try row(Self.nextWaiting(connection.dialect))?.integer(0)
    guard let number else { return nil }
    try run(
      """
      UPDATE job SET state = 'running', attempts = attempts + 1, owner = $2, lease_until = $3, started_at = $4, progress = 0
      WHERE number = $1
      """, .integer(number), .text(owner), .time(end), .time(now))
    return try job(number)
  }

  private static func nextWaiting(_ dialect: Dialect) -> StaticString {
    switch dialect {
    case .sqlite:
      """
      SELECT number FROM job AS open WHERE state = 'waiting' AND NOT EXISTS (SELECT 1 FROM job AS other
        WHERE other.kind = open.kind AND other.state = 'running'
          AND (other.plan = open.plan OR open.kind = 'large preview'))
      ORDER BY CASE open.kind WHEN 'figures' THEN 2 WHEN 'large preview' THEN 1 ELSE 0 END, number LIMIT 1
      """
    case .postgres:
      """
      SELECT number FROM job AS open WHERE state = 'waiting' AND NOT EXISTS (SELECT 1 FROM job AS other
        WHERE other.kind = open.kind AND other.state = 'running'
          AND (other.plan = open.plan OR open.kind = 'large preview'))
      ORDER BY CASE open.kind WHEN 'figures' THEN 2 WHEN 'large preview' THEN 1 ELSE 0 END, number LIMIT 1 FOR UPDATE SKIP LOCKED
      """
    }
  }

  /// Renews a claim, and says how far the job is.
  ///
  /// - Returns: Whether somebody asked to end it; `nil` when the claim has run out and the job is no longer this worker's.
  public func renewJob(
    _ number: Int, owner: String, progress: Int, until end: LocalTime
  ) throws(StoreRefusal) -> Bool? {
    try row(
      """
      UPDATE job SET lease_until = $3, progress = $4 WHERE number = $1 AND owner = $2 AND state = 'running'
      RETURNING cancel_asked
      """, .integer(number), .text(owner), .time(end), .integer(max(0, min(progress, 100)))
    ).map { row throws(StoreRefusal) in try row.integer(0) == 1 }
  }

  /// Ends a job of a worker.
  ///
  /// - Returns: Whether it was still this worker's; nothing is to be kept of the work when it was not.
  public func endJob(
    _ number: Int, owner: String, as state: StoredJob.State, fault: Words? = nil, on now: LocalTime
  ) throws(StoreRefusal) -> Bool {
    precondition(!state.isOpen, "a job ends in a state that is an end")
    return try run(
      """
      UPDATE job SET state = $3, fault_vi = $4, fault_en = $5, ended_at = $6, lease_until = NULL,
        progress = CASE $3 WHEN 'done' THEN 100 ELSE progress END
      WHERE number = $1 AND owner = $2 AND state = 'running'
      """, .integer(number), .text(owner), .text(state.rawValue), .text(fault?.vi), .text(fault?.en),
      .time(now)) == 1
  }

  /// Gives a job back that a worker cannot end, as when it is told to stop: it waits again, and the attempt does not count.
  public func giveBackJob(_ number: Int, owner: String, on now: LocalTime) throws(StoreRefusal) {
    try settle(number, owner: owner, counts: false, fault: nil, on: now)
  }

  /// Puts a job back whose work broke off: it waits again, or has failed after ``StoredJob/mostAttempts``.
  public func breakOffJob(
    _ number: Int, owner: String, fault: Words, on now: LocalTime
  ) throws(StoreRefusal) {
    try settle(number, owner: owner, counts: true, fault: fault, on: now)
  }

  private func settle(
    _ number: Int, owner: String, counts: Bool, fault: Words?, on now: LocalTime
  ) throws(StoreRefusal) {
    guard let job = try job(number), job.state == .running,
      try row("SELECT owner FROM job WHERE number = $1", .integer(number))?.optionalText(0) == owner
    else { return }
    if job.isCancelAsked {
      _ = try endJob(number, owner: owner, as: .cancelled, on: now)
    } else if counts, job.attempts >= StoredJob.mostAttempts {
      _ = try endJob(number, owner: owner, as: .failed, fault: fault, on: now)
    } else {
      try waitAgain(job, attempts: counts ? job.attempts : job.attempts - 1, on: now)
    }
  }

  /// Lets a job wait again; one whose work was asked for anew in the meantime is dropped for that.
  private func waitAgain(_ job: StoredJob, attempts: Int, on now: LocalTime) throws(StoreRefusal) {
    let isAskedAnew =
      try row(
        "SELECT number FROM job WHERE plan = $1 AND kind = $2 AND input = $3 AND state = 'waiting'",
        .integer(job.plan), .text(job.kind.rawValue), .text(job.input)) != nil
    try run(
      """
      UPDATE job SET state = $2, attempts = $3, owner = NULL, lease_until = NULL, progress = 0, ended_at = $4
      WHERE number = $1
      """, .integer(job.number), .text(isAskedAnew ? "cancelled" : "waiting"), .integer(attempts),
      isAskedAnew ? .time(now) : .null)
  }

  /// Frees the jobs whose worker died: its claim has run out.
  ///
  /// - Parameter all: Whether claims that have not run out count too, as where no other process can work on them.
  public func freeJobs(all: Bool = false, on now: LocalTime) throws(StoreRefusal) {
    let fault = Words(
      vi: "Tiến trình làm việc này ba lần đều dừng giữa chừng.",
      en: "The process that does this broke off three times.")
    let dead = try rows(
      "SELECT * FROM job WHERE state = 'running' AND (lease_until < $1 OR $2 = 1) ORDER BY number",
      .time(now), .integer(all ? 1 : 0)
    ).map(StoredJob.init)
    for job in dead {
      if job.isCancelAsked || job.attempts >= StoredJob.mostAttempts {
        let state = job.isCancelAsked ? StoredJob.State.cancelled : .failed
        try run(
          "UPDATE job SET state = $2, fault_vi = $3, fault_en = $4, ended_at = $5, lease_until = NULL WHERE number = $1",
          .integer(job.number), .text(state.rawValue), .text(job.isCancelAsked ? nil : fault.vi),
          .text(job.isCancelAsked ? nil : fault.en), .time(now))
      } else {
        try waitAgain(job, attempts: job.attempts, on: now)
      }
    }
  }

  /// Asks to end a job: one that waits is ended at once, one that runs when its worker renews its claim.
  ///
  /// - Returns: Whether it was open.
  public func cancelJob(_ number: Int, of plan: Int, on now: LocalTime) throws(StoreRefusal) -> Bool {
    let waiting = try run(
      "UPDATE job SET state = 'cancelled', ended_at = $3 WHERE number = $1 AND plan = $2 AND state = 'waiting'",
      .integer(number), .integer(plan), .time(now))
    if waiting == 1 { return true }
    return try run(
      "UPDATE job SET cancel_asked = 1 WHERE number = $1 AND plan = $2 AND state = 'running'",
      .integer(number), .integer(plan)) == 1
  }

  /// Whether any job waits or runs.
  public func hasOpenJobs() throws(StoreRefusal) -> Bool {
    try row("SELECT number FROM job WHERE state = 'waiting' OR state = 'running' LIMIT 1") != nil
  }

  /// The job with a number; `nil` when there is none.
  public func job(_ number: Int) throws(StoreRefusal) -> StoredJob? {
    try row("SELECT * FROM job WHERE number = $1", .integer(number)).map(StoredJob.init)
  }

  /// The newest jobs of a plan, newest first.
  ///
  /// - Parameter count: The most of them.
  public func jobs(of plan: Int, count: Int) throws(StoreRefusal) -> [StoredJob] {
    try rows(
      "SELECT * FROM job WHERE plan = $1 ORDER BY number DESC LIMIT $2", .integer(plan), .integer(count)
    ).map(StoredJob.init)
  }

  /// Removes jobs that ended before a time.
  public func forgetJobs(endedBefore time: LocalTime) throws(StoreRefusal) {
    try run("DELETE FROM job WHERE ended_at < $1 AND state <> 'waiting' AND state <> 'running'", .time(time))
  }
}

extension StoredJob {
  /// - Parameter row: All columns, in the order of the table.
  fileprivate init(_ row: StoreRow) throws(StoreRefusal) {
    guard let kind = Kind(rawValue: try row.text(2)), let state = State(rawValue: try row.text(5)) else {
      throw .unexpected("job \(try row.integer(0)) is of no kind or state that this program has")
    }
    self.init(
      number: try row.integer(0), plan: try row.integer(1), kind: kind, input: try row.text(3),
      argument: try row.text(4), state: state, attempts: try row.integer(6), progress: try row.integer(7),
      isCancelAsked: try row.integer(8) == 1, person: row.optionalInteger(9), askedAt: try row.time(10),
      startedAt: row.optionalTime(11), endedAt: row.optionalTime(12),
      fault: row.optionalText(15).map { Words(vi: $0, en: row.optionalText(16) ?? $0) })
  }

  /// Whether it failed so short a time ago that another try would fail, too.
  fileprivate func hasJustFailed(on now: LocalTime) -> Bool {
    guard state == .failed, let endedAt else { return false }
    return now.seconds - endedAt.seconds < 600
  }
}
