import Testing

@testable import Sync

struct NetworkTests {
  @Test(arguments: [
    ("127.0.0.1", NetworkAddress.Scope.loopback), ("127.1", .loopback), ("0x7f000001", .loopback),
    ("017700000001", .loopback), ("2130706433", .loopback), ("0.0.0.0", .loopback),
    ("::1", .loopback), ("::", .loopback), ("::ffff:127.0.0.1", .loopback),
    ("64:ff9b::7f00:1", .loopback), ("2002:7f00:1::", .loopback),
    ("169.254.169.254", .linkLocal), ("fe80::1", .linkLocal), ("::ffff:a9fe:a9fe", .linkLocal),
    ("10.1.2.3", .privateNetwork), ("172.31.255.255", .privateNetwork),
    ("192.168.0.1", .privateNetwork), ("100.64.0.1", .privateNetwork),
    ("fd00::1", .privateNetwork), ("fec0::1", .privateNetwork),
    ("::ffff:0:127.0.0.1", .loopback), ("::ffff:0:8.8.8.8", .world),
    // Behind a translator of one's own, and in a tunnel, any address may stand.
    ("64:ff9b:1::808:808", .translated), ("64:ff9b:1:808:8:800::", .translated),
    ("64:ff9b:1::a00:1", .translated), ("64:ff9b:1::7f00:1", .loopback),
    ("64:ff9b:1:7f00:0:100::", .loopback), ("64:ff9b:1:ffff::a9fe:a9fe", .linkLocal),
    ("2001:0:4136:e378:8000:63bf:3fff:fdd2", .translated),
    ("2001:0:808:808:0:0:80ff:fffe", .loopback), ("2001:0:a9fe:a9fe::", .linkLocal),
    ("64:ff9b:2::808:808", .world), ("2001:1::1", .world),
    ("172.32.0.1", .world), ("8.8.8.8", .world), ("2001:4860:4860::8888", .world),
    ("224.0.0.1", .nowhere), ("255.255.255.255", .nowhere), ("ff02::1", .nowhere),
  ])
  func `How far out an address lies`(_ literal: String, _ scope: NetworkAddress.Scope) {
    #expect(NetworkAddress(literal: literal)?.scope == scope)
  }

  @Test func `A redirect leads outwards only`() {
    typealias Scope = NetworkAddress.Scope
    let near: [Scope] = [.loopback, .linkLocal, .privateNetwork, .translated, .nowhere]
    #expect(near.allSatisfy { !$0.admitsRedirect(from: .world) })
    #expect(Scope.world.admitsRedirect(from: .privateNetwork))
    #expect(!Scope.loopback.admitsRedirect(from: .privateNetwork))
    #expect(Scope.privateNetwork.admitsRedirect(from: .loopback))
    #expect(Scope.translated.admitsRedirect(from: .translated))
    #expect(Scope.world.admitsRedirect(from: .translated))
    #expect(!Scope.privateNetwork.admitsRedirect(from: .translated))
  }

  @Test func `http without TLS stays in the own network`() {
    // TEST-NET-1, where nobody is: refused before anything is sent.
    let reason = fetch("http://192.0.2.1/kb.csv").reason
    #expect(reason == .needsTLS(host: "192.0.2.1"))
    #expect(!NetworkAddress.Scope.translated.isWithinReach)
  }

  @Test func `A server of the world cannot send the desk into its own network`() {
    let inside = FaultServer(answer("text\nsecret\n"))
    let target = inside.url
    // A proxy on this machine stands for the world.
    let world = FaultServer { _, client in client.send(redirect(302, to: target)) }
    let environment = ["http_proxy": "http://127.0.0.1:\(world.port)", "no_proxy": "127.0.0.1"]
    let result = fetch(
      "http://kb.example/kb.csv", options(allowsHTTP: true, environment: environment))
    #expect(result.reason == .badRedirect(.nearer(host: "127.0.0.1")))
    #expect(world.requests.first?.hasPrefix("GET http://kb.example/kb.csv ") == true)
    #expect(inside.requests.isEmpty)
  }

  @Test func `A proxy does not make plain http to the world allowed`() {
    let proxy = FaultServer(answer("text\nhello\n"))
    let environment = ["http_proxy": "http://127.0.0.1:\(proxy.port)"]
    #expect(
      fetch("http://kb.example/kb.csv", options(environment: environment)).reason
        == .needsTLS(host: "kb.example"))
    #expect(proxy.requests.isEmpty)
  }

  @Test func `A proxy that wants a password is named without its own`() {
    let proxy = FaultServer(
      "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n")
    let environment = ["https_proxy": "http://me:hidden@127.0.0.1:\(proxy.port)"]
    let failure = fetch("https://kb.example/kb.csv", options(environment: environment)).failure
    #expect(failure?.reason == .proxy(host: "127.0.0.1:\(proxy.port)", status: 407))
    #expect(proxy.requests.first?.hasPrefix("CONNECT kb.example:443 ") == true)
    #expect(failure?.sentence(.english, source: "kb").contains("hidden") == false)
  }

  @Test(arguments: [
    ("intranet", "http://intranet/", false), ("intranet", "http://kb.intranet/", false),
    (".corp.example", "http://kb.corp.example/", false), ("*", "http://kb.example/", false),
    ("a, 10.0.0.0/8", "http://10.2.3.4/", false), ("[::1]", "http://[::1]/", false),
    ("10.0.0.0/8", "http://11.2.3.4/", true), ("net", "http://intranet/", true),
    ("", "http://kb.example/", true), ("10.0.0.0/99", "http://10.0.0.0/", true),
  ])
  func `no_proxy is read as curl reads it`(_ exempt: String, _ url: String, _ asksProxy: Bool)
    throws
  {
    let curl = try #require(CurlLibrary.shared)
    let options = options(environment: ["all_proxy": "http://proxy:1", "no_proxy": exempt])
    let proxy = ProxyRule(options).proxy(for: try WebAddress(url, curl))
    #expect(proxy == (asksProxy ? "http://proxy:1" : nil))
  }
}
