import Glibc
import Phrases
import Zlib

/// A file at an address of the web, asked for with libcurl.
///
/// A presigned address of an object store is one like any other. Redirects are followed one by one,
/// so that each server is looked at before it is asked: none may send the desk from https to http,
/// nor from the world into the own network, and only the first one sees the credentials. Cookies go back
/// to the server that set them, within one fetch.
public struct HTTPTransport: Transport {
  private let address: String
  private let options: HTTPOptions

  /// Takes an address with `http` or `https`; a name and a password in it are sent as credentials.
  ///
  /// It is read when it is fetched, because reading it takes libcurl.
  public init(_ address: String, options: HTTPOptions) {
    self.address = address
    self.options = options
  }

  /// Fetches the file, unless the server says that it is still the one with that tag.
  ///
  /// An unchanged file costs one question and one answer without a body.
  public func fetch(unless known: Tag?) throws(FetchFailure) -> Fetched {
    guard let curl = CurlLibrary.shared else { throw FetchFailure(.noLibrary) }
    let first = try WebAddress(address, curl)
    let validators = known.flatMap { Validators($0) }
    let coding = hasZlib ? "gzip" : "identity"
    let start = ContinuousClock.now
    var address = first
    var redirectedFrom: NetworkAddress.Scope?
    var cookies = Cookies()
    for hop in 0...options.limits.redirects {
      let place = Validators.place(address, coding: coding, isRedirected: hop > 0)
      let conditions = validators.map { $0.place == place ? $0.conditions : [] } ?? []
      let spent = Int((ContinuousClock.now - start) / .milliseconds(1))
      guard spent < options.limits.totalMilliseconds else {
        throw FetchFailure(.timedOut(seconds: options.limits.totalMilliseconds / 1_000))
      }
      let request = HTTPRequest(
        address: address, proxy: ProxyRule(options).proxy(for: address),
        credentials: address.isSameOrigin(as: first)
          ? options.credentials ?? first.credentials : nil,
        headers: ["Accept-Encoding: \(coding)"] + conditions
          + [cookies.header(for: address)].compactMap(\.self),
        isConditional: !conditions.isEmpty,
        redirectedFrom: redirectedFrom,
        milliseconds: options.limits.totalMilliseconds - spent)
      let exchange = HTTPExchange(request, options)
      switch try exchange.run(curl) {
      case .unchanged: return .unchanged(notBefore: exchange.head.backoff)
      case .file(let bytes):
        let validators = Validators(exchange.head, place: place) { text in
          let date = curl.date(text, nil)
          return date < 0 ? nil : date
        }
        return .file(
          FetchedFile(bytes: bytes, tag: validators.tag, notBefore: exchange.head.backoff))
      case .redirect(let location):
        let next = try address.redirected(to: location, curl)
        guard next.isTLS || !address.isTLS else {
          throw FetchFailure(.badRedirect(.downgrade(host: next.host)))
        }
        cookies.take(exchange.head.cookies, from: address)
        redirectedFrom = exchange.scope
        address = next
      }
    }
    throw FetchFailure(.badRedirect(.tooMany(options.limits.redirects)))
  }

  public func address(of name: AttachmentName) -> String? {
    switch name {
    case .address(let address): address
    case .beside(let parts): list?.sibling(parts)?.url
    }
  }

  /// Nil for what is no address.
  private var list: HTTPAddress? {
    if case .web(let list)? = try? SourceAddress(address, in: "/", home: "/") { list } else { nil }
  }

  /// With the credentials and the rules of the list's own address, of its own server alone.
  public func attachment(
    _ name: AttachmentName, unless known: Tag?
  ) throws(AttachmentFailure) -> FetchedAttachment {
    guard let list else { throw .fetch(FetchFailure(.notAnAddress)) }
    let wanted: HTTPAddress? =
      switch name {
      case .beside(let parts): list.sibling(parts)
      case .address(let text):
        if case .web(let other)? = try? SourceAddress(text, in: "/", home: "/"),
          other.isSameOrigin(as: list)
        {
          other
        } else {
          nil
        }
      }
    guard let wanted else { throw .flaw(.elsewhere) }
    var options = options
    options.limits.bytes = AttachmentFile.mostBytes
    do throws(FetchFailure) {
      switch try HTTPTransport(wanted.url, options: options).fetch(unless: known) {
      case .unchanged: return .unchanged
      case .file(let file): return .file(file)
      }
    } catch {
      throw AttachmentFailure(error)
    }
  }

  /// Nothing stands beside an address with a query, which is one file's own.
  public func companion(_ suffix: String) -> [UInt8]? {
    guard !address.contains("?"), !address.contains("#") else { return nil }
    let beside = HTTPTransport(address + suffix, options: options)
    guard case .file(let file)? = try? beside.fetch(unless: nil) else { return nil }
    return file.bytes
  }
}
