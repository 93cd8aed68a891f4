/// How a program ended.
public enum ProcessEnd: Equatable, Sendable {
  case exit(Int32)
  case signal(Int32)

  /// Reads what `waitpid` tells, by the macros of `<sys/wait.h>`, which Swift does not import.
  package init(waitStatus: Int32) {
    let signal = waitStatus & 0x7F
    self = signal == 0 ? .exit(waitStatus >> 8 & 0xFF) : .signal(signal)
  }

  /// The exit status, or 128 and the signal, as a shell counts.
  package var shellStatus: Int32 {
    switch self {
    case .exit(let status): status
    case .signal(let signal): 128 + signal
    }
  }
}
