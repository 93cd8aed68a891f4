import ArgumentParser
import Desk
import Glibc
import Keeping
import Session

/// Opening the desk in lines, for one purpose.
struct PlainRun {
  let purpose: Desk.Purpose
  let phrases: PhraseOptions
  let sendTo: Destination?

  func run() throws -> Ending {
    let context = Context()
    CrashReports.arrange(in: context.folders)
    context.tellProblems()
    let desk = PlainDesk(
      purpose: purpose, destination: sendTo ?? Destination(context.settings.send.to),
      language: context.language, options: context.searchOptions, patterns: context.patterns,
      values: context.settings.values)
    // A terminal that shows whatever it does not know would show the phrase in base 64.
    let type = context.environment["TERM"] ?? ""
    let writesSequences = !["", "dumb", "unknown"].contains(type)
    let output = Output.besides(purpose)
    defer { if output > STDERR_FILENO { close(output) } }
    do {
      let session = try PlainSession(
        desk: desk, opening: context.opening(phrases), plan: context.syncPlan, output: output
      ) { context.deliver($0.text, to: $1, writesSequences: writesSequences) }
      return try session.run()
    } catch SessionError.notSent {
      // Said when it happened.
      throw CommandFailure(.notTaken)
    } catch {
      throw CommandFailure(error, context.language)
    }
  }
}

extension Output {
  /// Where the desk in lines talks: in `pick` standard output is for the phrase alone.
  fileprivate static func besides(_ purpose: Desk.Purpose) -> Int32 {
    guard purpose == .pick else { return STDOUT_FILENO }
    guard isatty(STDIN_FILENO) == 1 else { return STDERR_FILENO }
    let terminal = open("/dev/tty", O_WRONLY | O_CLOEXEC | O_NOCTTY)
    return terminal < 0 ? STDERR_FILENO : terminal
  }
}

extension ArgumentHelp {
  static let plain = ArgumentHelp(
    "Talk in lines instead of drawing, for screen readers, bad links and any terminal; ? explains.")
}
