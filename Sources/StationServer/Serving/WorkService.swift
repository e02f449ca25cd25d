import ServiceLifecycle
import StationWork

/// Runners of jobs as a part of a process, which end when it is told to stop; a job that is not done is given back.
struct WorkService: Service {
  let runners: [JobRunner]

  func run() async {
    await cancelWhenGracefulShutdown {
      await withTaskGroup(of: Void.self) { group in
        for runner in runners { group.addTask { await runner.run() } }
      }
    }
  }
}
