/// What a clipboard report says about this machine.
public struct Probe: Equatable, Sendable {
  public let surroundings: Surroundings
  /// What is tried, in order, and what is not.
  public let ladder: Ladder
  /// Every tool that is known here, installed or not.
  public let tools: [Tool]

  public struct Tool: Hashable, Sendable {
    public let way: Way
    /// Where it was found; nil when it is not installed.
    public let path: String?
  }
}
