import Foundation
import Planning

/// The worker process itself: it reads an order from standard input, does it, and writes what it made to standard output.
///
/// It opens no database and no file. When the process that gave the order dies, it ends, too.
public enum WorkProcess {
  /// The order could not be read.
  public struct NoOrder: Error, Sendable {}

  /// Does the order on standard input.
  public static func perform() throws {
    endWithParent()
    // Pages come first.
    _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, 10)
    let octets = try FileHandle.standardInput.readToEnd() ?? Data()
    guard let order = WorkOrder(Array(octets)) else { throw NoOrder() }
    let output = FileHandle.standardOutput
    func say(_ part: InputFile) throws { try output.write(contentsOf: Data(WorkParts.octets(of: part))) }
    func progress(_ percent: Int) throws {
      try say(InputFile(name: "progress", bytes: Array("\(percent)".utf8)))
    }
    switch order.kind {
    case .feeds: try FeedWork.perform(order, progress, say)
    case .figures: try FigureWork.perform(order, say)
    case .replan: try ReplanWork.perform(order, progress, say)
    case .effect: try EffectWork.perform(order, say)
    case .preview: try UploadWork.perform(order, say)
    }
    try output.write(contentsOf: Data(WorkParts.end))
  }

  private static func endWithParent() {
    let parent = getppid()
    Thread.detachNewThread {
      while getppid() == parent { sleep(1) }
      _exit(1)
    }
  }
}
