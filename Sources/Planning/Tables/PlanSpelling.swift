import PlanFiles

/// The spelling of a plan's values.
public enum PlanSpelling {
  /// The text of a plan file in which what is understood is written as the reference writes it; the same octets where
  /// nothing is written otherwise.
  public static func respelled(_ plan: InputFile) -> [UInt8] {
    PlanReader.respelled(plan.bytes, file: plan.name)
  }
}
