/// Why a command ends without having done its work.
struct CommandFailure: Error {
  var status: ExitStatus
  /// What is said on standard error; nil where everything is said already.
  var sentence: String?

  init(_ status: ExitStatus, _ sentence: String? = nil) {
    self.status = status
    self.sentence = sentence
  }
}
