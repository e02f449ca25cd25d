/// Works out, from a problem and a certificate alone, what no schedule can be below.
public enum ProofCheck {
  /// The bound of each objective, in the order in which it counts, over all parts.
  public static func levels(of problem: Problem, by certificate: Certificate) -> [Solution.Level] { [] }
}
