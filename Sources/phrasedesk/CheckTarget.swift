import Glibc
import Keeping
import Phrases
import Store
import Sync

/// What `check` looks at: a file, an address, or the list of a connected source.
struct CheckTarget {
  private let name: String
  private let reading: ReadingOptions
  private let context: Context

  init(_ name: String, _ reading: ReadingOptions, _ context: Context) {
    self.name = name
    self.reading = reading
    self.context = context
  }

  /// The bytes, and how they are read.
  ///
  /// Throws a `CommandFailure` where they cannot be had.
  func fetched() throws -> ([UInt8], ReadOptions) {
    let isFile = name == "-" || access(name, F_OK) == 0
    if !isFile, let source = try source() {
      let bytes = try fetch(source)
      var options = source.readOptions(of: bytes, named: source.name == name ? name : nil)
      // As `publish` reads it: what is said comes over what is kept.
      options.hints = reading.over(options.hints)
      options.attachments = try? CheckTarget.lookup(
        by: context.transports.transport(of: source))
      return (bytes, options)
    }
    do throws(OpeningError) {
      var options = ReadOptions(file: name, hints: reading.hints)
      if name != "-" { options.attachments = CheckTarget.lookup(by: PathTransport(path: name)) }
      return (try FileBytes.read(name), options)
    } catch {
      throw CommandFailure(error, context.language)
    }
  }

  /// Looks for each attachment once; one that a server did not give just now is nothing to mend in the list.
  private static func lookup(by transport: any Transport) -> AttachmentLookup {
    let known = Locked<[String: AttachmentFlaw?]>([:])
    return AttachmentLookup { name in
      if let flaw = known.withLock({ $0[name] }) { return flaw }
      let flaw = flaw(of: name, by: transport)
      known.withLock { $0[name] = .some(flaw) }
      return flaw
    }
  }

  private static func flaw(of name: String, by transport: any Transport) -> AttachmentFlaw? {
    do throws(AttachmentFailure) {
      _ = try AttachmentFile(named: name, by: transport)
      return nil
    } catch {
      guard case .flaw(let flaw) = error else { return nil }
      return flaw
    }
  }

  /// The source that is called so, or one that stands for an address; nil where it is neither.
  private func source() throws -> Source? {
    let access = SourceAccess(context, mode: .readOnly)
    defer { access.close() }
    if let source = try? access.sources().first(where: { $0.name == name }) { return source }
    guard name.contains("://") else { return nil }
    let address = try SourceAccess.address(name, context.language)
    return Source(name: address.suggestedName, address: address.description)
  }

  private func fetch(_ source: Source) throws -> [UInt8] {
    do throws(FetchFailure) {
      let transport: any Transport
      do {
        transport = try context.transports.transport(of: source)
      } catch {
        throw FetchFailure(.notFound)
      }
      guard case .file(let file) = try transport.fetch(unless: nil) else {
        throw FetchFailure(.notFound)
      }
      return file.bytes
    } catch {
      throw CommandFailure(
        .sourceUnreachable, error.sentence(context.language, source: source.name))
    }
  }
}
