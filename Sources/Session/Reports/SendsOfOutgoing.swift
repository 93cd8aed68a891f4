import Desk
import Keeping
import Store

extension Send {
  /// A send for every phrase of a message, with its share of the effort.
  public static func each(of outgoing: Outgoing, by way: String) -> [Send] {
    zip(outgoing.keys, outgoing.effort.shared(among: outgoing.keys.count)).map { key, effort in
      Send(
        key: key, time: SystemClock.unixTime, way: way, keystrokes: effort.keystrokes,
        milliseconds: Int(effort.milliseconds))
    }
  }
}
