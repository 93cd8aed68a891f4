import Chat
import Clipboard
import Foundation
import Keeping

@testable import Session

/// A messenger that says what a test wants, when the test wants it.
final class PlayedMessenger: Messenger {
  struct State {
    /// What became of each text.
    var handover = Handover(arrival: .pane("%5 weechat"))
    var panes: [Pane] = []
    var texts: [String] = []
    var routes: [Courier.Route] = []
    var goneBack: [Place] = []
    /// What was handed over that is no text; nil where only text travels.
    var parcels: [(mediaType: String, bytes: [UInt8])]? = []
    var isHeld = false
  }

  let state = Locked(State())
  private let gate = DispatchSemaphore(value: 0)

  /// What was handed over, in order.
  var texts: [String] { state.withLock { $0.texts } }
  var routes: [Courier.Route] { state.withLock { $0.routes } }
  /// Where the agent was led back to.
  var goneBack: [Place] { state.withLock { $0.goneBack } }

  func answer(_ handover: Handover) { state.withLock { $0.handover = handover } }

  /// Keeps what is handed over from now on under way, until ``letGo()``.
  func hold() { state.withLock { $0.isHeld = true } }

  func letGo() {
    state.withLock { $0.isHeld = false }
    gate.signal()
  }

  func deliver(_ text: [UInt8], by route: Courier.Route) -> Handover {
    let (handover, isHeld) = state.withLock { state in
      state.texts.append(String(decoding: text, as: UTF8.self))
      state.routes.append(route)
      return (state.handover, state.isHeld)
    }
    if isHeld { gate.wait() }
    return handover
  }

  func deliver(_ bytes: [UInt8], mediaType: String, by route: Courier.Route) -> Handover? {
    state.withLock { state in
      guard state.parcels != nil else { return nil }
      state.parcels?.append((mediaType, bytes))
      return Handover(clipboard: Delivery(taken: [Taker(way: .xclip, isVerified: true)]))
    }
  }

  func panes() -> [Pane] { state.withLock { $0.panes } }

  func pane(_ id: String) -> Pane {
    panes().first { $0.id == id } ?? Pane(server: "", id: id, process: 0)
  }

  func goBack(to chat: Place, from desk: Place) { state.withLock { $0.goneBack.append(chat) } }
}

extension Place {
  /// A chat in tmux.
  static let weechat = Place(
    pane: Pane(server: "/tmp/tmux", id: "%5", process: 500, command: "weechat"))
  /// Another one.
  static let irssi = Place(
    pane: Pane(server: "/tmp/tmux", id: "%6", process: 600, command: "irssi"))
  /// One in a window.
  static let browser = Place(
    window: Window(desktop: .x11, id: 77, process: 700, kind: "browser"))
}
