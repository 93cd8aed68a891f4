import Glibc

/// A folder for one test, removed with what is in it.
public final class Folder {
  public let path: String

  public init() throws {
    var template = Array("/tmp/terminal-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw PseudoTerminal.Failure(description: "no folder: errno \(errno)")
    }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit {
    for name in names { unlink(path + "/" + name) }
    rmdir(path)
  }

  /// The files in it, sorted.
  public var names: [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// What a file in it holds; empty if it is not there.
  public func text(_ name: String) -> String {
    Self.contents(of: path + "/" + name)
  }

  /// What any file holds; empty if it is not there.
  public static func contents(of path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The permissions of a file, as `chmod` takes them.
  public func mode(of name: String) -> UInt32 {
    var information = stat()
    return stat(path + "/" + name, &information) == 0 ? information.st_mode & 0o777 : 0
  }
}
