import Foundation
import Planning
import Synchronization

/// Starts a process for a piece of work, hands it the order and takes what it makes.
public struct WorkChild: Sendable {
  /// The program that works; it hands itself over to ``WorkProcess/perform()``.
  let program: String
  let arguments: [String]
  /// The most minutes that work takes.
  let mostMinutes: Int

  /// So much is taken from a process; it has no reason to say more.
  private static let mostOutput = 1 << 31

  /// A program to start for each piece of work.
  public init(program: String, arguments: [String], mostMinutes: Int = 30) {
    self.program = program
    self.arguments = arguments
    self.mostMinutes = mostMinutes
  }

  /// Does what is ordered. A cancelled task kills the process.
  ///
  /// - Parameter progress: Is told how far the work is, from 0 to 100.
  /// - Throws: ``WorkFault``, or `CancellationError`.
  func run(_ order: WorkOrder, progress: @escaping @Sendable (Int) -> Void) async throws -> [InputFile] {
    let running = RunningProcess()
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        // The pipes block, so this is a thread of its own.
        Thread.detachNewThread {
          continuation.resume(
            with: Result {
              do { return try talk(order, progress, running) } catch {
                throw running.isKilled ? CancellationError() : error
              }
            })
        }
      }
    } onCancel: {
      running.kill()
    }
  }

  private func talk(
    _ order: WorkOrder, _ progress: (Int) -> Void, _ running: RunningProcess
  ) throws -> [InputFile] {
    let (child, input, output) = try started()
    let pid = child.processIdentifier
    running.begin(pid)
    let watch = DispatchWorkItem { running.stop() }
    DispatchQueue.global().asyncAfter(deadline: .now() + .seconds(60 * mostMinutes), execute: watch)
    let said = order.octets
    Thread.detachNewThread {
      // A process that died reads no more.
      try? input.fileHandleForWriting.write(contentsOf: Data(said))
      try? input.fileHandleForWriting.close()
    }
    var parts = WorkParts()
    var made: [InputFile] = []
    var isReadable = true
    var size = 0
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while !parts.isWhole {
      // A handle of Foundation would wait until the room is full.
      let count = read(output.fileHandleForReading.fileDescriptor, &room, room.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      let piece = room[..<count]
      size += piece.count
      guard size <= Self.mostOutput, let more = parts.take(Array(piece)) else {
        isReadable = false
        Foundation.kill(pid, SIGKILL)
        break
      }
      for part in more {
        if part.name == "progress" {
          progress(Int(String(decoding: part.bytes, as: UTF8.self)) ?? 0)
        } else {
          made.append(part)
        }
      }
    }
    child.waitUntilExit()
    running.end()
    watch.cancel()
    if running.isLate { throw WorkFault.tooLong(minutes: mostMinutes) }
    guard isReadable else { throw WorkFault.unreadable }
    guard child.terminationReason == .exit, child.terminationStatus == 0, parts.isWhole else {
      throw WorkFault.brokeOff(
        child.terminationReason == .exit ? child.terminationStatus : -child.terminationStatus)
    }
    return made
  }
}

extension WorkChild {
  /// Processes are started one after the other: one that begins while another's pipes are being made would hold their ends
  /// open, and that one would wait for it.
  private static let starting = Mutex(())

  private func started() throws(WorkFault) -> (child: Process, input: Pipe, output: Pipe) {
    // A process that died before it read its order is no reason to end this one.
    signal(SIGPIPE, SIG_IGN)
    let child = Process()
    child.executableURL = URL(filePath: program)
    child.arguments = arguments
    child.standardError = FileHandle.nullDevice
    let pipes = Self.starting.withLock { _ -> (Pipe, Pipe)? in
      let (input, output) = (Pipe(), Pipe())
      for handle in [
        input.fileHandleForReading, input.fileHandleForWriting, output.fileHandleForReading,
        output.fileHandleForWriting,
      ] {
        _ = fcntl(handle.fileDescriptor, F_SETFD, FD_CLOEXEC)
      }
      child.standardInput = input
      child.standardOutput = output
      return (try? child.run()) == nil ? nil : (input, output)
    }
    guard let pipes else { throw .notStarted(errno) }
    return (child, pipes.0, pipes.1)
  }
}

/// The number of a process as long as it runs, so that no other is killed that has the number later.
private final class RunningProcess: Sendable {
  private struct State {
    var pid: Int32?
    var isKilled = false
    var isLate = false
  }
  private let state = Mutex(State())

  var isKilled: Bool { state.withLock { $0.isKilled } }
  var isLate: Bool { state.withLock { $0.isLate } }

  func begin(_ pid: Int32) {
    state.withLock { state in
      state.pid = pid
      if state.isKilled { Foundation.kill(pid, SIGKILL) }
    }
  }

  func end() { state.withLock { $0.pid = nil } }

  /// Ends it because it is not wanted any more.
  func kill() {
    state.withLock { state in
      state.isKilled = true
      if let pid = state.pid { Foundation.kill(pid, SIGKILL) }
    }
  }

  /// Ends it because it takes too long.
  func stop() {
    state.withLock { state in
      guard let pid = state.pid else { return }
      state.isLate = true
      Foundation.kill(pid, SIGKILL)
    }
  }
}
