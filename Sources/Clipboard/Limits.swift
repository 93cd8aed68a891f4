/// How long a tool may take, and how much is entrusted to a terminal.
public struct Limits: Hashable, Sendable {
  /// For one tool, the reading back included.
  public var perTool: Duration
  /// For all tools together, so that an agent knows within this time where the text is.
  var inAll: Duration
  /// The longest text, in bytes, that is sent as OSC 52.
  public var osc52Bytes: Int

  /// The default of `osc52Bytes` is the text that fits a sequence of 100,000 bytes, the limit of
  /// hterm and the smallest one that modern terminals share: (100,000 - 8) / 4 * 3.
  public init(
    perTool: Duration = .milliseconds(1500), inAll: Duration = .seconds(3),
    osc52Bytes: Int = 74_994
  ) {
    self.perTool = perTool
    self.inAll = inAll
    self.osc52Bytes = osc52Bytes
  }
}
