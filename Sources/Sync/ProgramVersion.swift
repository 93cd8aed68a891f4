/// The version of the program: what `--version` says, and what servers are told.
public enum ProgramVersion {
  public static let current = "0.1.0"
}
