/// What the shell is told.
enum ExitStatus: Int32 {
  case done = 0
  /// Nothing was found, or a check found errors.
  case nothing = 1
  case wrongUse = 2
  case badFile = 3
  case sourceUnreachable = 4
  case storeUnusable = 5
  /// Nothing could take the phrase.
  case notTaken = 6
  /// Somebody else published meanwhile: look at it, and publish again.
  case publishedMeanwhile = 7
}
