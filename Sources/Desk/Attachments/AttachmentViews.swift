import Phrases

/// What is known of the attachments that were looked at, and which look is under way.
struct AttachmentViews: Equatable, Sendable {
  /// An attachment in a room: another room is another picture.
  struct Request: Hashable, Sendable {
    let attachment: Attachment
    let rows: Int
    let columns: Int
  }

  private var looks: [Request: AttachmentLook] = [:]
  /// The oldest first.
  private var order: [Request] = []
  private(set) var awaited: Request?
  private static let mostLooks = 32

  subscript(request: Request) -> AttachmentLook? { looks[request] }

  /// What is known of an attachment, in whatever room.
  func facts(of attachment: Attachment) -> AttachmentFacts? {
    for request in order.reversed() where request.attachment == attachment {
      if case .file(let facts, _)? = looks[request] { return facts }
    }
    return nil
  }

  /// Asks for a look whenever an attachment comes in sight: what is known of it is shown meanwhile, and it may be
  /// another file by now.
  ///
  /// - Returns: whether somebody has to look.
  mutating func ask(for request: Request?) -> Bool {
    guard request != awaited else { return false }
    awaited = request
    return request != nil
  }

  mutating func take(_ look: AttachmentLook, of request: Request) {
    order.removeAll { $0 == request }
    order.append(request)
    looks[request] = look
    if order.count > Self.mostLooks { looks[order.removeFirst()] = nil }
  }

  /// Other phrases are listed: what stands under a name may be another file.
  mutating func forget() { self = AttachmentViews() }
}
