/// The search for the best schedule.
public enum AllocationEngine {
  /// The best schedule of a problem, and a bound that tells how good it is.
  public static func solve(_ problem: Problem, options: SearchOptions = SearchOptions()) -> Solution {
    Solution(units: [], levels: [], isCutShort: false)
  }
}
