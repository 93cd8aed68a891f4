import Glibc
import Phrases

/// A file on this computer, or in a folder of another one that is mounted here.
public struct PathTransport: Transport {
  private let path: String
  private let limit: Int
  /// Called after each reading, before the look at whether the file is still the same: for tests.
  private let afterReading: @Sendable () -> Void

  /// The limit is in bytes.
  public init(path: String, limit: Int = KnowledgeBase.mostBytes) {
    self.init(path: path, limit: limit, afterReading: {})
  }

  init(path: String, limit: Int, afterReading: @escaping @Sendable () -> Void) {
    self.path = path
    self.limit = limit
    self.afterReading = afterReading
  }

  public func fetch(unless known: Tag?) throws(FetchFailure) -> Fetched {
    // Looked at before it is opened: to open a pipe or a device does something to it.
    var state = try FileState(path: path)
    if let known, state.tag == known { return .unchanged() }
    for _ in 0..<3 {
      let bytes = try read()
      afterReading()
      let after = try FileState(path: path)
      if let bytes, after == state, bytes.count == state.size {
        return .file(FetchedFile(bytes: bytes, tag: state.isSettled ? state.tag : nil))
      }
      state = after
    }
    throw FetchFailure(.keepsChanging)
  }

  public func companion(_ suffix: String) -> [UInt8]? {
    // Where the path is a link it stands beside what that leads to.
    let beside = PathTransport(
      path: FileReplacement.resolved(path) + suffix, limit: ReleaseList.mostBytes)
    guard case .file(let file)? = try? beside.fetch(unless: nil) else { return nil }
    return file.bytes
  }

  public var isLocal: Bool { true }

  public func attachment(
    _ name: AttachmentName, unless known: Tag?
  ) throws(AttachmentFailure) -> FetchedAttachment {
    guard case .beside(let parts) = name else { throw .flaw(.elsewhere) }
    // Where the path is a link they stand beside what that leads to.
    let list = FileReplacement.resolved(path)
    let folder = String(list.prefix(upTo: list.lastIndex(of: "/") ?? list.startIndex))
    let written = ([folder] + parts).joined(separator: "/")
    guard let real = realpath(written, nil) else {
      throw AttachmentFailure(FetchFailure(errno: errno))
    }
    defer { free(real) }
    let path = String(cString: real)
    guard path.hasPrefix(folder + "/") else { throw .flaw(.linkLeadsOut) }
    do throws(FetchFailure) {
      let state = try FileState(path: path)
      guard state.size <= AttachmentFile.mostBytes else {
        throw FetchFailure(.tooLarge(limit: AttachmentFile.mostBytes))
      }
    } catch {
      throw AttachmentFailure(error)
    }
    return .here(path: path)
  }

  /// The bytes of the file; nil where it went away under the reader, as a network folder has it.
  private func read() throws(FetchFailure) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw FetchFailure(errno: errno) }
    defer { close(descriptor) }
    let size = try FileState(descriptor: descriptor).size
    guard size <= limit else { throw FetchFailure(.tooLarge(limit: limit)) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var chunk = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == ESTALE { return nil }
      guard count >= 0 else { throw FetchFailure(errno: errno) }
      if count == 0 { return bytes }
      bytes += chunk[..<count]
      guard bytes.count <= limit else { throw FetchFailure(.tooLarge(limit: limit)) }
    }
  }
}
