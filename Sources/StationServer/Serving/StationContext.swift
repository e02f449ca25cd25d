import Hummingbird
import Logging
import NIOCore

/// What goes with a request: its log, the parameters of its address, and who sent it.
struct StationContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  /// The address of the other end of the connection; `unix` on a socket of the file system.
  let peer: String

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    peer = source.channel.remoteAddress?.ipAddress ?? "unix"
  }
}
