import Glibc
import Phrases
import Testing

@testable import Sync

@Suite(.enabled(if: Origin.hasGit, "there is no git here"))
struct GitGuardTests {
  private func reason(
    _ origin: Origin, _ path: String = "kb/售后.csv", seconds: Int = 60
  ) -> FetchFailure.Reason? {
    failure { () throws(FetchFailure) in
      try GitTransport.fetching(origin, path, seconds: seconds)
    }?.reason
  }

  @Test func `links and submodules are no files`() throws {
    let origin = try Origin()
    try origin.commit("text\n一\n", saying: "一")
    try origin.scratch.shell(
      """
      cd work
      ln -s /etc/passwd link.csv
      ln -s kb folder
      git update-index --add --cacheinfo "160000,$(git rev-parse HEAD),module.csv"
      printf '[submodule "m"]\\n\\tpath = module.csv\\n\\turl = ext::touch %s/ran\\n' .. > .gitmodules
      git add link.csv folder .gitmodules
      git commit -q -m bad
      git push -q origin HEAD:main
      """)
    #expect(reason(origin, "link.csv") == .notAFile)
    #expect(reason(origin, "module.csv") == .notAFile)
    #expect(reason(origin, "folder/售后.csv") == .noSuchFileInRef(path: "folder/售后.csv", ref: "HEAD"))
    #expect(reason(origin) == nil)
    #expect(!origin.scratch.names.contains("ran"))
  }

  @Test func `hooks of a template and of the settings do not run`() throws {
    let origin = try Origin()
    try origin.commit("text\n一\n", saying: "一")
    try origin.scratch.shell(
      """
      mkdir -p template/hooks
      for hook in reference-transaction post-checkout pre-push pre-auto-gc; do
        printf '#!/bin/sh\\ntouch %s/ran\\n' "$PWD" > template/hooks/$hook
      done
      chmod 755 template/hooks/*
      printf '[init]\\n\\ttemplateDir = %s/template\\n[core]\\n\\thooksPath = %s/template/hooks\\n' \
        "$PWD" "$PWD" > home/.gitconfig
      """)
    #expect(reason(origin) == nil)
    #expect(!origin.scratch.names.contains("ran"))
    // The hooks are such that would have run.
    try origin.scratch.shell("HOME=$PWD/home git -C work update-ref refs/x HEAD")
    #expect(origin.scratch.names.contains("ran"))
  }

  @Test func `an address that the settings turn to another protocol is not followed`() throws {
    let origin = try Origin()
    try origin.commit("text\n一\n", saying: "一")
    try origin.scratch.shell(
      """
      printf '[url "ext::touch %s/ran "]\\n\\tinsteadOf = file://\\n[protocol "ext"]\\n\\tallow = always\\n' \
        "$PWD" > home/.gitconfig
      """)
    guard case .git(let detail) = reason(origin) else {
      Issue.record("it was followed")
      return
    }
    #expect(detail.contains("ext"))
    #expect(!origin.scratch.names.contains("ran"))
  }

  @Test func `git sees nothing of the caller but what it needs`() throws {
    let origin = try Origin()
    try origin.install("git", "env > '\(origin.scratch.path("seen"))'; exit 1")
    var environment = origin.environment
    for name in ["GIT_DIR", "GIT_EXEC_PATH", "GIT_CONFIG_COUNT", "GIT_SSH", "GIT_TRACE", "SECRET"] {
      environment[name] = "caller"
    }
    environment["https_proxy"] = "http://proxy:3128"
    environment["GIT_SSL_CAINFO"] = "/ca.pem"
    let transport = GitTransport(
      try origin.address(), cache: origin.scratch.path("cache"), environment: environment)
    _ = failure { () throws(FetchFailure) in try transport.fetch(unless: nil) }
    let seen = try origin.scratch.read("seen").split(separator: "\n")
    #expect(!seen.contains { $0.hasSuffix("=caller") })
    for line in [
      "https_proxy=http://proxy:3128", "GIT_SSL_CAINFO=/ca.pem", "GIT_ALLOW_PROTOCOL=file",
      "GIT_TERMINAL_PROMPT=0", "GIT_ASKPASS=/bin/false", "LC_ALL=C",
    ] {
      #expect(seen.contains { $0 == line }, "\(line)")
    }
    #expect(seen.contains { $0.hasPrefix("GIT_SSH_COMMAND=ssh -oBatchMode=yes") })
  }

  @Test func `the address stands behind the end of the options`() throws {
    let origin = try Origin()
    try origin.install(
      "git",
      "case \"$*\" in *' fetch '*) echo \"$*\" > '\(origin.scratch.path("seen"))'; exit 1;; esac")
    _ = reason(origin)
    let seen = try origin.scratch.read("seen")
    #expect(seen.contains("-c core.hooksPath=/dev/null -c protocol.ext.allow=never"))
    #expect(seen.contains("--depth=1 --no-tags --no-recurse-submodules"))
    #expect(
      seen.hasSuffix(
        " -- file://\(origin.scratch.folder)/origin.git +HEAD:refs/phrasedesk/source\n"))
  }

  @Test func `a git that hangs is killed with all that it started`() throws {
    let origin = try Origin()
    try origin.install(
      "git",
      """
      /bin/sleep 1000 &
      echo $$ $! > '\(origin.scratch.path("processes"))'
      wait
      """)
    #expect(reason(origin, seconds: 1) == .timedOut(seconds: 1))
    let processes = try origin.scratch.read("processes").split(whereSeparator: \.isWhitespace)
    #expect(processes.count == 2)
    for process in processes {
      #expect(eventually { !isRunning(String(process)) })
    }
  }

  /// Whether there is a process of that number that is no zombie.
  private func isRunning(_ process: String) -> Bool {
    guard let file = fopen("/proc/\(process)/stat", "re") else { return false }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    guard fgets(&line, 256, file) != nil else { return false }
    let text = String(decoding: line.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return !text.contains(") Z ")
  }

  @Test func `what git says on standard error is sanitised and cut`() throws {
    let origin = try Origin()
    try origin.install(
      "git",
      """
      printf 'remote: \\033]0;owned\\007\\033[2J\\302\\2331m\\342\\200\\256x\\r\\n' >&2
      i=0
      while test $i -lt 6000; do printf 'error: a line of many, to fill a pipe and more\\n' >&2; i=$((i+1)); done
      printf 'fatal: \\033[31mbroken\\n' >&2
      exit 128
      """)
    guard case .git(let detail) = reason(origin) else {
      Issue.record("no failure of git")
      return
    }
    #expect(detail.hasSuffix("fatal: ␛[31mbroken"))
    #expect(detail.unicodeScalars.count <= 300)
    #expect(detail.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
  }

  @Test func `an error of the server is not one of git`() {
    let complaint = GitComplaint(Array("fatal: remote error: repository 'x' not found\n".utf8))
    #expect(
      complaint.failure(.exited(status: 128, output: [])).reason
        == .git(detail: "fatal: remote error: repository 'x' not found"))
  }

  @Test(arguments: [
    "fatal: detected dubious ownership in repository at '/srv/team/kb.git'",
    "fatal: unsafe repository ('/srv/team/kb.git' is owned by someone else)",
  ])
  func `a repository of somebody else is called so, with what to do`(_ first: String) {
    let complaint = GitComplaint(
      Array(
        (first + "\nTo add an exception for this directory, call:\n\n"
          + "\tgit config --global --add safe.directory /srv/team/kb.git\n"
          + "fatal: Could not read from remote repository.\n\nPlease make sure you have the correct"
          + " access rights\nand the repository exists.\n").utf8))
    let failure = complaint.failure(.exited(status: 128, output: []))
    #expect(failure.reason == .foreignRepository(path: "/srv/team/kb.git"))
    for language in Language.allCases {
      #expect(
        failure.sentence(language, source: "kb").contains("safe.directory /srv/team/kb.git"))
    }
  }

  @Test func `a source that fails is asked once for each fetch`() throws {
    let origin = try Origin()
    try origin.install(
      "git",
      """
      case "$*" in
      *' fetch '*) echo x >> '\(origin.scratch.path("asked"))'; echo 'fatal: no' >&2; exit 128;;
      esac
      PATH=/usr/local/bin:/usr/bin:/bin exec git "$@"
      """)
    #expect(reason(origin) == .git(detail: "fatal: no"))
    #expect(reason(origin) == .git(detail: "fatal: no"))
    #expect(try origin.scratch.read("asked") == "x\nx\n")
  }

  @Test func `a server cannot pass its words off as those of git`() {
    let complaint = GitComplaint(
      Array("remote: fatal: Could not resolve host: bank\nfatal: x\n".utf8))
    #expect(
      complaint.failure(.exited(status: 128, output: [])).reason
        == .git(detail: "remote: fatal: Could not resolve host: bank; fatal: x"))
  }

  @Test(
    arguments: [
      ("fatal: unable to access 'https://h/': Could not resolve host: h", .noSuchHost("h")),
      ("ssh: Could not resolve hostname h: Name or service not known", .noSuchHost("h")),
      (
        "fatal: unable to access 'x': Failed to connect to h port 443 after 1 ms",
        .noConnection("h")
      ),
      ("ssh: connect to host h port 22: Connection refused", .noConnection("h")),
      (
        "fatal: could not read Username for 'https://h': terminal prompts disabled",
        .needsCredentials(status: 401)
      ),
      (
        "fatal: unable to access 'x': The requested URL returned error: 403",
        .needsCredentials(status: 403)
      ),
      (
        "fatal: unable to access 'x': The requested URL returned error: 503",
        .serverError(status: 503)
      ),
      (
        "fatal: unable to access 'x': server certificate verification failed. CAfile: none",
        .notTrusted(.unknownIssuer)
      ),
      (
        "fatal: unable to access 'x': SSL certificate problem: certificate has expired",
        .notTrusted(.expired)
      ),
      (
        "fatal: unable to access 'x': SSL: no alternative certificate subject name matches"
          + " target host name 'h'", .notTrusted(.otherHost)
      ),
      (
        "fatal: unable to access 'x': error setting certificate file: /ca.pem",
        .notTrusted(.badCertificateFile)
      ),
      (
        "fatal: unable to access 'x': gnutls_handshake() failed: The TLS connection was cut.",
        .notTrusted(.other("gnutls_handshake() failed: The TLS connection was cut."))
      ),
      ("fatal: repository 'https://h/r.git/' not found", .notFound),
      ("fatal: couldn't find remote ref no", .noSuchRef("no")),
      ("fatal: Remote branch no not found in upstream origin", .noSuchRef("no")),
      (" ! [rejected]        abc -> main (fetch first)", .pushRejected(ref: "main")),
      ("Host key verification failed.", .unknownHostKey),
    ] as [(String, FetchFailure.Reason)])
  func `what git says is understood`(_ line: String, _ reason: FetchFailure.Reason) {
    let complaint = GitComplaint(Array("hint: x\n\(line)\n".utf8))
    #expect(complaint.failure(.exited(status: 128, output: [])).reason == reason)
  }

  /// Through git's own way to the web, and through ssh where it is installed.
  @Test func `a server that is not there is named`() throws {
    let origin = try Origin()
    var places: [(String, FetchFailure.Reason)] = [
      ("git+https://127.0.0.1:1/r.git//a.csv", .noConnection("127.0.0.1")),
      ("git+https://nowhere.invalid/r.git//a.csv", .noSuchHost("nowhere.invalid")),
    ]
    if access("/usr/bin/ssh", X_OK) == 0 {
      places.append(("git+ssh://git@127.0.0.1:1/r.git//a.csv", .noConnection("127.0.0.1")))
    }
    for (text, expected) in places {
      guard case .git(let address) = try SourceAddress(text, in: "/", home: "/") else {
        Issue.record("not of git")
        return
      }
      let transport = GitTransport(
        address, cache: origin.scratch.path("cache"), environment: origin.environment)
      #expect(
        failure { () throws(FetchFailure) in try transport.fetch(unless: nil) }?.reason == expected)
    }
  }

  @Test func `without git it is said so`() throws {
    let origin = try Origin()
    let transport = GitTransport(
      try origin.address(), cache: origin.scratch.path("cache"), environment: ["PATH": "/nowhere"])
    #expect(
      failure { () throws(FetchFailure) in try transport.fetch(unless: nil) }?.reason == .noGit)
  }

  /// Puts programs into the repository in the cache that git could be made to run, and what makes it.
  private func plant(_ origin: Origin, _ more: String) throws {
    try origin.scratch.shell(
      """
      cd cache/*.git
      printf '#!/bin/sh\\ntouch %s/ran\\nexec git-upload-pack "$@"\\n' "$OLDPWD" > ../../ran.sh
      chmod 755 ../../ran.sh
      mkdir -p hooks
      for hook in reference-transaction pre-auto-gc fsmonitor-watchman; do
        cp ../../ran.sh hooks/$hook
      done
      \(more)
      """)
  }

  @Test func `a repository in the cache runs nothing that somebody else put into it`() throws {
    let origin = try Origin()
    try origin.commit("text\n一\n", saying: "一")
    let ran = origin.scratch.path("ran.sh")
    let configuration = """
      git config core.fsmonitor '\(ran)'; git config core.sshCommand '\(ran)'
      git config core.hooksPath hooks; git config core.alternateRefsCommand '\(ran)'
      git config 'remote.file://\(origin.scratch.folder)/origin.git.uploadpack' '\(ran)'
      """
    for way in [
      configuration,
      "mkdir x; cp -r objects refs config x; printf x > commondir; GIT_DIR=x; export GIT_DIR; touch x/HEAD"
        + "; cp HEAD x; " + configuration,
    ] {
      #expect(reason(origin) == nil)
      try plant(origin, way)
      #expect(reason(origin) == nil)
      #expect(!origin.scratch.names.contains("ran"))
    }
  }

  @Test func `a cache that others may write to is refused, and so is a repository in it`() throws {
    let origin = try Origin()
    try origin.commit("text\n一\n", saying: "一")
    #expect(reason(origin) == nil)
    let repository = "cache/\(try origin.cached)"
    for name in [repository, "cache"] {
      chmod(origin.scratch.path(name), 0o777)
      guard case .distrusted(let flaw) = reason(origin) else {
        Issue.record("\(name) is used")
        return
      }
      #expect(flaw.path == origin.scratch.path(name))
      chmod(origin.scratch.path(name), 0o700)
    }
    #expect(reason(origin) == nil)
    guard geteuid() == 0 else { return }
    for name in [repository, "cache"] {
      chown(origin.scratch.path(name), 65_534, 65_534)
      guard case .distrusted = reason(origin) else {
        Issue.record("\(name) is used")
        return
      }
      chown(origin.scratch.path(name), 0, 0)
    }
  }

  @Test func `the place of a file that LFS keeps is no file`() throws {
    let origin = try Origin()
    try origin.commit(
      "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n", saying: "lfs")
    #expect(reason(origin) == .keptInLFS)
  }
}

/// Runs `body` until it is true or ten seconds have passed; says which.
func eventually(_ body: () -> Bool) -> Bool {
  let end = SuspendingClock.now + .seconds(10)
  while !body() {
    guard SuspendingClock.now < end else { return false }
    usleep(10_000)
  }
  return true
}
