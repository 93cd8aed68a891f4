import ChildProcess
import Glibc
import Testing

@testable import Sync

/// A real nginx on ports of this machine, with a folder of its own that holds all that it touches.
///
/// It goes into the background once it listens, so nothing has to be waited for at its start.
final class Nginx {
  static let program =
    SearchPath(environment: ["PATH": "/usr/local/sbin:/usr/sbin:/usr/local/bin:/usr/bin"])
    .find("nginx")

  /// What it says of one request it has answered.
  struct Answered: Equatable {
    var status: Int
    /// What it was sent, and what it sent, with all headers and without TLS, in bytes.
    var received: Int
    var sent: Int
    /// Whether it went on with a TLS session of an earlier connection.
    var isResumed = false

    var onTheWire: Int { received + sent }
  }

  let scratch: Scratch
  private let port: Int
  let securePort: Int

  /// Serves the folder `kb` of the scratch folder.
  ///
  /// `certificate` is the path of one and of its key without `.pem` and `.key`, for TLS, and `tls`
  /// what else is set for that; `proxied` is the port of a server of this machine that is asked for
  /// what lies under `/git/`.
  init(
    certificate: String? = nil, tls: String = "ssl_protocols TLSv1.2 TLSv1.3;", proxied: Int? = nil
  ) throws {
    scratch = try Scratch()
    try scratch.shell("mkdir -p kb temporary")
    (port, securePort) = (Self.freePort(), Self.freePort())
    try scratch.write(
      Self.configuration(port, securePort, certificate, tls, proxied: proxied),
      to: "nginx.conf")
    try start()
  }

  deinit { try? stop() }

  func url(_ name: String) -> String { "http://127.0.0.1:\(port)/\(name)" }
  func secureURL(_ name: String) -> String { "https://127.0.0.1:\(securePort)/\(name)" }

  /// Returns once it takes connections.
  func start() throws {
    let program = try #require(Self.program)
    let (ending, errors) = ToolProcess.run(
      program, ["-p", scratch.folder, "-c", "nginx.conf", "-e", "error.log"],
      environment: [:], collectingAtMost: 4_096, errorsAtMost: 4_096, until: .now + .seconds(20))
    guard case .exited(status: 0, _) = ending else {
      Issue.record("nginx: \(ending), \(String(decoding: errors, as: UTF8.self))")
      throw FetchFailure(.noConnection("nginx"))
    }
  }

  /// Returns once it has answered what it was asked, written that down and gone.
  func stop() throws {
    guard scratch.names.contains("nginx.pid") else { return }
    let text = try scratch.read("nginx.pid").split(separator: "\n").first ?? ""
    let process = try #require(pid_t(text))
    try #require(kill(process, SIGQUIT) == 0)
    try #require(eventually { !scratch.names.contains("nginx.pid") })
  }

  /// Stops it and gives all that it has answered since the first start.
  func answered() throws -> [Answered] {
    try stop()
    return try scratch.read("access.log").split(separator: "\n").map { line in
      let numbers = line.split(separator: " ").compactMap { Int($0) }
      try #require(numbers.count == 3)
      return Answered(
        status: numbers[0], received: numbers[1], sent: numbers[2], isResumed: line.hasSuffix(" r"))
    }
  }

  /// A port that nobody listens at now.
  private static func freePort() -> Int {
    let (socket, port) = FaultServer.listening(backlog: 1)
    close(socket)
    return port
  }

  private static func configuration(
    _ port: Int, _ securePort: Int, _ certificate: String?, _ settings: String, proxied: Int?
  ) -> String {
    let tls = certificate.map {
      """
      listen 127.0.0.1:\(securePort) ssl; \(settings)
      ssl_certificate \($0).pem; ssl_certificate_key \($0).key;
      """
    }
    let proxy = proxied.map {
      "location /git/ { proxy_pass http://127.0.0.1:\($0); proxy_request_buffering on; }"
    }
    return """
      \(geteuid() == 0 ? "user root;" : "")
      worker_processes 1;
      pid nginx.pid;
      events { worker_connections 64; }
      http {
        log_format wire '$status $request_length $bytes_sent $ssl_session_reused';
        access_log access.log wire;
        client_body_temp_path temporary/body;
        proxy_temp_path temporary/proxy;
        fastcgi_temp_path temporary/fastcgi;
        uwsgi_temp_path temporary/uwsgi;
        scgi_temp_path temporary/scgi;
        types { text/csv csv; text/html html; }
        server {
          listen 127.0.0.1:\(port);
          \(tls ?? "")
          root kb;
          location / { add_header Cache-Control "max-age=60, stale-if-error=86400"; }
          location /packed/ { gzip_static on; }
          location /closed/ { deny all; }
          \(proxy ?? "")
        }
      }
      """
  }
}
