import Glibc
import Phrases
import Trust

/// The program that an agent edits long texts with, as `VISUAL` or `EDITOR` names it.
///
/// ```swift
/// let editor = OutsideEditor(environment: ["EDITOR": "nano"], folder: "/run/user/1000/phrasedesk")
/// let text = editor.edit("Dear customer")  // what was saved, once the agent has left nano
/// ```
public struct OutsideEditor: Sendable {
  private let command: String
  /// Where the text is for as long as it is edited: it is a customer's.
  private let folder: String

  /// Nil where there is no folder for the text.
  public init?(environment: [String: String], folder: String?) {
    guard let folder else { return nil }
    let names = ["VISUAL", "EDITOR"].compactMap { environment[$0] }.filter { !$0.isEmpty }
    command = names.first ?? "editor"
    self.folder = folder
    removeLeftovers()
  }

  /// Removes the texts of desks that ended while they were edited, and what editors left beside them.
  private func removeLeftovers() {
    guard let stream = opendir(folder) else { return }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    for name in names {
      guard let start = name.firstRange(of: "text-"), name.contains(".txt"),
        let process = Int32(name[start.upperBound...].prefix { $0.isNumber }),
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      unlink("\(folder)/\(name)")
    }
  }

  /// Has a text edited on the terminal, which nothing else may use meanwhile, and waits for that.
  ///
  /// - Returns: the text as it was saved, without the line break that editors end a file with; nil where it was not
  ///   edited, or is longer than a field may be.
  public func edit(_ text: String) -> String? {
    try? TrustedFolder.make(folder)
    let file = "\(folder)/text-\(getpid()).txt"
    unlink(file)
    let descriptor = open(file, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return nil }
    defer {
      close(descriptor)
      unlink(file)
    }
    let bytes = Array(text.utf8)
    guard write(descriptor, bytes, bytes.count) == bytes.count else { return nil }
    // The shell splits what the variable holds, as every program does that starts an editor. It waits with
    // interrupts ignored, which are the editor's.
    guard system("\(command) '\(file.replacing("'", with: "'\\''"))'") == 0 else { return nil }
    return OutsideEditor.read(file)
  }

  /// Editors write a new file in the place of the old one as often as not.
  private static func read(_ file: String) -> String? {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: longest + 1)
    var count = 0
    while count < bytes.count {
      let more = bytes.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress?.advanced(by: count), $0.count - count)
      }
      guard more > 0 else { break }
      count += more
    }
    guard count <= longest, var text = String(validating: bytes[..<count], as: UTF8.self) else {
      return nil
    }
    if text.hasSuffix("\n") { text.removeLast() }
    return text
  }

  /// In bytes, as a field of a knowledge base may be.
  private static let longest = 65_536
}
