import Foundation

/// A shell script in xclip's place that counts what it is given and looks at what it inherited.
struct FakeClipboard {
  let folder: String

  init(in home: String) throws {
    folder = "\(home)/tools"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // dash has its script as descriptor 10, and opens no other for what is built in.
    let script = """
      #!/bin/sh
      cd '\(folder)'
      for number in 3 4 5 6 7 8 9 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30; do
        if [ -e /proc/self/fd/$number ]; then echo $number >>leaks; fi
      done
      case "$*" in *-out*) exec /bin/cat held;; esac
      /bin/cat >held
      if ! [ -e heir ]; then
        /bin/sleep 600 </dev/null >/dev/null 2>&1 &
        echo $! >heir
      fi
      printf x >>count

      """
    try script.write(toFile: "\(folder)/xclip", atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(folder)/xclip")
  }

  /// For a desk that shall find it, and nothing else.
  var environment: [String: String] { ["PATH": folder, "DISPLAY": ":0"] }

  /// How many texts it was given.
  var count: Int {
    var status = stat()
    return stat("\(folder)/count", &status) == 0 ? Int(status.st_size) : 0
  }

  /// Descriptors that it inherited beside the first three.
  var leaks: Int { text("leaks").split(separator: "\n").count }

  /// What its first run left behind, as the real one leaves a process that serves the clipboard.
  var heir: pid_t? { pid_t(text("heir").trimmingCharacters(in: .newlines)) }

  private func text(_ name: String) -> String {
    (try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)) ?? ""
  }
}
