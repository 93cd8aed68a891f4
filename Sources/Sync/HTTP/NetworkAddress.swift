import Glibc

/// An IP address, and how far out it lies.
struct NetworkAddress {
  /// Four or sixteen; an IPv4 address wrapped in an IPv6 one is unwrapped.
  let bytes: [UInt8]

  enum Scope: Hashable {
    /// This machine.
    case loopback
    /// This cable: where clouds keep the metadata of a machine, its keys among them.
    case linkLocal
    case privateNetwork
    /// An address of a translator or a tunnel, behind which any other may stand: a redirect into it is
    /// one into a private network, but plain http to it is out in the world.
    case translated
    case world
    /// No single machine: multicast, broadcast, reserved.
    case nowhere
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes.count == 16 ? Self.unwrapped(bytes) : bytes
  }

  /// Nil for anything but IPv4 and IPv6.
  init?(_ address: UnsafePointer<sockaddr>) {
    let raw = UnsafeRawPointer(address)
    switch Int32(address.pointee.sa_family) {
    case AF_INET:
      let address = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
      self.init(bytes: withUnsafeBytes(of: address) { Array($0) })
    case AF_INET6:
      let address = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
      self.init(bytes: withUnsafeBytes(of: address) { Array($0) })
    default: return nil
    }
  }

  /// Reads a number of any form that a connection would be made to: `127.1`, `0x7f000001`, `::1`.
  ///
  /// Nil for a name.
  init?(literal: String) {
    var hints = addrinfo()
    hints.ai_flags = AI_NUMERICHOST
    var found: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(literal, nil, &hints, &found) == 0, let found else { return nil }
    defer { freeaddrinfo(found) }
    guard let address = found.pointee.ai_addr else { return nil }
    self.init(address)
  }

  func isInside(_ block: [UInt8], bits: Int) -> Bool {
    guard block.count == bytes.count, bits <= bytes.count * 8 else { return false }
    return bytes.indices.allSatisfy { index in
      let compared = min(max(bits - index * 8, 0), 8)
      let mask = UInt8(truncatingIfNeeded: 0xFF00 >> compared)
      return (bytes[index] ^ block[index]) & mask == 0
    }
  }

  /// By the IANA registries of special-purpose addresses (RFC 6890 and later).
  var scope: Scope {
    // No translator leads to 0.0.0.0; it is what the other places hold.
    if let embedded = embedded?.filter({ $0.bytes[0] != 0 }) {
      return embedded.contains { $0.scope == .loopback }
        ? .loopback : embedded.contains { $0.scope == .linkLocal } ? .linkLocal : .translated
    }
    let blocks = bytes.count == 4 ? Self.blocks4 : Self.blocks6
    return blocks.first { isInside($0.block, bits: $0.bits) }?.scope ?? .world
  }

  /// The IPv4 addresses that may stand behind one of a local translator (RFC 8215), whose prefix may be
  /// of several lengths (RFC 6052), or of a Teredo tunnel (RFC 4380), which turns the bits of the second;
  /// nil for any other address.
  private var embedded: [NetworkAddress]? {
    if isInside([0, 0x64, 0xFF, 0x9B, 0, 1] + Array(repeating: 0, count: 10), bits: 48) {
      return [
        Array(bytes[6..<8] + bytes[9..<11]), [bytes[7]] + bytes[9..<12],
        Array(bytes[9..<13]), Array(bytes[12...]),
      ].map(NetworkAddress.init(bytes:))
    }
    if isInside([0x20, 1] + Array(repeating: 0, count: 14), bits: 32) {
      return [Array(bytes[4..<8]), bytes[12...].map { ~$0 }].map(NetworkAddress.init(bytes:))
    }
    return nil
  }

  private typealias Block = (block: [UInt8], bits: Int, scope: Scope)

  private static let blocks4: [Block] = [
    ([0, 0, 0, 0], 8, .loopback),  // Linux takes 0.0.0.0 for this machine.
    ([127, 0, 0, 0], 8, .loopback),
    ([169, 254, 0, 0], 16, .linkLocal),
    ([10, 0, 0, 0], 8, .privateNetwork),
    ([172, 16, 0, 0], 12, .privateNetwork),
    ([192, 168, 0, 0], 16, .privateNetwork),
    ([100, 64, 0, 0], 10, .privateNetwork),
    ([192, 0, 0, 0], 24, .privateNetwork),
    ([198, 18, 0, 0], 15, .privateNetwork),
    ([224, 0, 0, 0], 3, .nowhere),
  ]

  private static let blocks6: [Block] = [
    (Array(repeating: 0, count: 15) + [1], 128, .loopback),
    (Array(repeating: 0, count: 16), 128, .loopback),
    ([0xFE, 0x80] + Array(repeating: 0, count: 14), 10, .linkLocal),
    ([0xFE, 0xC0] + Array(repeating: 0, count: 14), 10, .privateNetwork),
    ([0xFC, 0x00] + Array(repeating: 0, count: 14), 7, .privateNetwork),
    ([0xFF, 0x00] + Array(repeating: 0, count: 14), 8, .nowhere),
  ]

  /// IPv4 inside IPv6: mapped, translated (RFC 7915), compatible, behind NAT64 (RFC 6052), 6to4 (RFC 3056).
  private static func unwrapped(_ bytes: [UInt8]) -> [UInt8] {
    let zeros = bytes.prefix { $0 == 0 }.count
    if zeros == 10, bytes[10] == 0xFF, bytes[11] == 0xFF { return Array(bytes[12...]) }
    if zeros == 8, bytes[8..<12].elementsEqual([0xFF, 0xFF, 0, 0]) { return Array(bytes[12...]) }
    if zeros == 12 || zeros == 13 { return Array(bytes[12...]) }
    if bytes.starts(with: [0, 0x64, 0xFF, 0x9B]), bytes[4..<12].allSatisfy({ $0 == 0 }) {
      return Array(bytes[12...])
    }
    if bytes.starts(with: [0x20, 0x02]) { return Array(bytes[2..<6]) }
    return bytes
  }
}

extension NetworkAddress.Scope {
  /// Whether a redirect may lead here from there: further out or as far, never nearer.
  ///
  /// A server of the world could otherwise ask one of the own network in the agent's name.
  func admitsRedirect(from origin: Self) -> Bool {
    switch (origin, self) {
    case (_, .nowhere), (.nowhere, _): false
    case (_, .linkLocal): origin == .linkLocal
    case (_, .loopback): origin == .loopback
    case (.translated, .privateNetwork): false
    case (_, .privateNetwork), (_, .translated): origin != .world
    case (_, .world): true
    }
  }

  var isWithinReach: Bool { ![.translated, .world, .nowhere].contains(self) }
}
