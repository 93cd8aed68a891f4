import ChildProcess
import Glibc
import Phrases

/// The system's git, run so that a repository can make it do nothing but give a file.
///
/// - `GIT_ALLOW_PROTOCOL` names the one scheme of the source: no redirect, submodule or
///   `url.insteadOf` leads to another, above all not to `ext::`, which runs commands.
/// - No hooks, no templates, no submodules, no checkout (so no filters and no LFS), no lazy fetch,
///   no work in the background that outlives the run.
/// - Nothing asks: no terminal, no askpass window, ssh in batch mode.
/// - No file that it writes grows beyond a limit, above all no pack that a server sends.
/// - Its standard error is collected, never shown as it is (CVE-2024-52005).
struct Git {
  private let program: String
  private let scheme: GitAddress.Scheme
  private let environment: [String: String]
  let deadline: SuspendingClock.Instant
  private let seconds: Int
  private let mostFileBytes: Int

  /// All runs together may take that many seconds, from now on, and write no larger file.
  ///
  /// Of the caller's environment git sees only what ``passedOn`` names; where it makes commits
  /// (`isAuthor`) the variables that name their author as well.
  init(
    scheme: GitAddress.Scheme, environment: [String: String], seconds: Int,
    mostFileBytes: Int = KnowledgeBase.mostBytes, isAuthor: Bool = false
  ) throws(FetchFailure) {
    guard let program = SearchPath(environment: environment).find("git") else {
      throw FetchFailure(.noGit)
    }
    self.program = program
    self.scheme = scheme
    self.seconds = seconds
    self.mostFileBytes = mostFileBytes
    deadline = .now + .seconds(seconds)
    let passedOn = isAuthor ? Self.passedOn.union(Self.ofAuthors) : Self.passedOn
    self.environment = environment.filter { passedOn.contains($0.key) }
      .merging(Self.imposed) { $1 }
      .merging(["GIT_ALLOW_PROTOCOL": scheme.rawValue]) { $1 }
  }

  /// Runs one command and gives its standard output.
  ///
  /// `repository` is the folder of a bare one, nil for commands that make one; `index` is the index
  /// file of commands that use one. Throws ``FetchFailure``, with
  /// ``FetchFailure/Reason/git(detail:)`` for what is not understood.
  @discardableResult
  func callAsFunction(
    _ arguments: String..., in repository: String?, index: String? = nil, atMost limit: Int = 65_536
  ) throws(FetchFailure) -> [UInt8] {
    try self(arguments, in: repository, index: index, atMost: limit)
  }

  /// The same, and gives what is printed as text, without the line break at its end.
  func text(
    _ arguments: String..., in repository: String?, index: String? = nil
  ) throws(FetchFailure) -> String {
    let bytes = try self(arguments, in: repository, index: index)
    let end = bytes.last == UInt8(ascii: "\n") ? bytes.count - 1 : bytes.count
    return String(decoding: bytes[..<end], as: UTF8.self)
  }

  @discardableResult
  func callAsFunction(
    _ arguments: [String], in repository: String?, index: String? = nil, atMost limit: Int = 65_536
  ) throws(FetchFailure) -> [UInt8] {
    let place = repository.map { ["-C", $0, "--git-dir=."] } ?? ["-C", "/"]
    var environment = environment
    environment["GIT_INDEX_FILE"] = index
    let (ending, errors) = ToolProcess.run(
      "/bin/sh", ["-c", bounded, program] + place + Self.guards + arguments,
      environment: environment,
      collectingAtMost: limit, errorsAtMost: 4096, until: deadline)
    switch ending {
    case .exited(status: 0, let output): return output
    case .overran: throw FetchFailure(.timedOut(seconds: seconds))
    case .printedTooMuch: throw FetchFailure(.tooLarge(limit: limit))
    case .notStarted(ENOENT), .notStarted(EACCES): throw FetchFailure(.noGit)
    case .exited, .killed, .leftInputUnread, .notStarted:
      throw GitComplaint(errors).failure(ending)
    }
  }

  /// Becomes the program in `$0`, which the kernel ends with SIGXFSZ when it writes a larger file.
  ///
  /// git itself bounds only what is pushed. `ulimit -f` counts in 512 bytes, by POSIX; it says no
  /// where the limit is lower already.
  private var bounded: String {
    "ulimit -c 0; ulimit -f \(mostFileBytes / 512) 2>/dev/null; exec \"$0\" \"$@\""
  }

  /// Before the command, where they stand above every configuration file.
  private static let guards = [
    "--no-pager", "--literal-pathspecs",
    "-c", "core.hooksPath=/dev/null", "-c", "protocol.ext.allow=never",
    "-c", "core.fsmonitor=false", "-c", "gc.auto=0", "-c", "maintenance.auto=false",
    "-c", "submodule.recurse=false", "-c", "fetch.recurseSubmodules=false",
    "-c", "push.recurseSubmodules=no", "-c", "push.gpgSign=false", "-c", "push.followTags=false",
    "-c", "push.default=nothing", "-c", "fetch.unpackLimit=1", "-c", "user.useConfigOnly=true",
    "-c", "log.showSignature=false", "-c", "advice.detachedHead=false",
  ]

  /// Variables of the caller that git, ssh and libcurl need: who one is, proxies, CA files.
  private static let passedOn: Set<String> = [
    "HOME", "PATH", "USER", "LOGNAME", "TMPDIR", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR",
    "SSH_AUTH_SOCK", "KRB5CCNAME", "DBUS_SESSION_BUS_ADDRESS",
    "http_proxy", "https_proxy", "all_proxy", "no_proxy",
    "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY",
    "SSL_CERT_FILE", "SSL_CERT_DIR", "CURL_CA_BUNDLE",
    "GIT_SSL_CAINFO", "GIT_SSL_CAPATH", "GIT_PROXY_SSL_CAINFO",
  ]

  private static let ofAuthors: Set<String> = [
    "GIT_AUTHOR_NAME", "GIT_AUTHOR_EMAIL", "GIT_COMMITTER_NAME", "GIT_COMMITTER_EMAIL", "EMAIL",
  ]

  private static let imposed = [
    // What git says is read, in ``GitComplaint``.
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_ASKPASS": "/bin/false",
    "SSH_ASKPASS": "/bin/false",
    "SSH_ASKPASS_REQUIRE": "never",
    "GCM_INTERACTIVE": "never",
    // A connection that is shared would outlive the run.
    "GIT_SSH_COMMAND": "ssh -oBatchMode=yes -oLogLevel=ERROR -oConnectTimeout=15 -oControlMaster=no"
      + " -oForwardAgent=no -oClearAllForwardings=yes -oPermitLocalCommand=no",
    "GIT_SSH_VARIANT": "ssh",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LFS_SKIP_SMUDGE": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PROTOCOL_FROM_USER": "0",
  ]
}
