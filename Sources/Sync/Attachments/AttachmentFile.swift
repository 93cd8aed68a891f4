import Glibc
import Phrases

/// An attachment as it was had, looked at for what it is.
public struct AttachmentFile: Equatable, Sendable {
  /// The most bytes of one that is shown, copied or kept: 20 MB.
  public static let mostBytes = 20 << 20

  public let kind: FileKind
  /// In bytes.
  public let size: Int
  /// All of it; empty of a local file with more than ``mostBytes``, which is known by its path alone.
  public let bytes: [UInt8]
  /// Where it is on this computer; nil where it could not be kept.
  public let path: String?
  /// Nil where it is no picture, or one whose head says nothing.
  public let pixels: PictureSize?

  /// Takes a file's bytes.
  ///
  /// - Throws: ``AttachmentFailure`` for one that nobody can be sent.
  init(_ bytes: [UInt8], size: Int? = nil, path: String?) throws(AttachmentFailure) {
    guard !bytes.isEmpty else { throw .flaw(.empty) }
    kind = FileKind(of: bytes)
    guard kind != .program else { throw .flaw(.program) }
    self.size = size ?? bytes.count
    self.bytes = size == nil ? bytes : []
    self.path = path
    pixels = PictureSize(of: bytes, as: kind)
  }

  /// Gets an attachment of the list that a transport brings, without keeping it.
  ///
  /// - Throws: ``AttachmentFailure``.
  public init(named name: String, by transport: any Transport) throws(AttachmentFailure) {
    let place: AttachmentName
    do throws(AttachmentFlaw) {
      place = try AttachmentName(name)
    } catch {
      throw .flaw(error)
    }
    switch try transport.attachment(place, unless: nil) {
    case .here(let path): try self.init(path: path)
    case .file(let file): try self.init(file.bytes, path: nil)
    case .unchanged: throw .flaw(.missing)
    }
  }

  /// Reads a file of this computer; of a long one no more than its head, where `takesLong` is set.
  ///
  /// - Throws: ``AttachmentFailure``.
  public init(path: String, takesLong: Bool = false) throws(AttachmentFailure) {
    var status = stat()
    if takesLong, lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK {
      throw .flaw(.linkLeadsOut)
    }
    let contents: (bytes: [UInt8], size: Int?)
    do throws(FetchFailure) {
      contents = try AttachmentFile.contents(of: path, takesLong: takesLong)
    } catch {
      throw AttachmentFailure(error)
    }
    try self.init(contents.bytes, size: contents.size, path: path)
  }

  /// All bytes, or those of the head and how many there are.
  private static func contents(
    of path: String, takesLong: Bool
  ) throws(FetchFailure) -> ([UInt8], size: Int?) {
    let size = try FileState(path: path).size
    if takesLong, size > mostBytes { return (try head(of: path), size) }
    let transport = PathTransport(path: path, limit: mostBytes)
    guard case .file(let file) = try transport.fetch(unless: nil) else {
      throw FetchFailure(.keepsChanging)
    }
    return (file.bytes, nil)
  }

  private static func head(of path: String) throws(FetchFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw FetchFailure(errno: errno) }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &bytes, bytes.count)
    guard count >= 0 else { throw FetchFailure(errno: errno) }
    return Array(bytes.prefix(count))
  }
}
