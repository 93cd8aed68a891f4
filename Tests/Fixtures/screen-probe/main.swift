import CrashGuard
import Desk
import Glibc
import Terminal

// A program for the tests: opens a screen, shows and logs what comes in, and crashes when told to.
//
//   screen-probe LOG [REPORTS]
//
// LOG gets one line for each input, the first being "ready", size and process id. REPORTS is the folder for crash reports.

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
  print("usage: screen-probe LOG [REPORTS]")
  exit(2)
}
let reports = arguments.count > 2 ? arguments[2] : nil
if let reports { crash_guard_prepare(reports, CommandLine.unsafeArgv) }

var probe = Probe(log: Log(path: arguments[1]), reports: reports)
try probe.run()
