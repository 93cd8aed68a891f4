import Chat

/// What takes texts to places and leads the agent back to them; each call waits for other programs.
///
/// Chat's `Courier` is the one that does.
public protocol Messenger: Sendable {
  /// Hands a text over, and says truthfully what took it.
  func deliver(_ text: [UInt8], by route: Courier.Route) -> Handover
  /// Hands a picture or a file over; nil where only text travels from here.
  func deliver(_ bytes: [UInt8], mediaType: String, by route: Courier.Route) -> Handover?
  /// The panes that a text can go to.
  func panes() -> [Pane]
  /// The pane of that id; one that refuses every text where there is none.
  func pane(_ id: String) -> Pane
  /// Leads the agent from the desk back to where they came from.
  func goBack(to chat: Place, from desk: Place)
}

extension Messenger {
  public func deliver(_ bytes: [UInt8], mediaType: String, by route: Courier.Route) -> Handover? {
    nil
  }
}

extension Courier: Messenger {}
