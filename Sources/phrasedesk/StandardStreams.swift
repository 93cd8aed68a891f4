import Glibc

/// Standard input, output and error, as whoever started the program left them.
enum StandardStreams {
  /// Opens those that are closed on `/dev/null`.
  ///
  /// Otherwise the next file that is opened takes the number: commands would be read from the store,
  /// and answers written into it.
  static func complete() {
    for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO]
    where fcntl(stream, F_GETFD) < 0 && errno == EBADF {
      // The lowest free number, which is this one.
      _ = open("/dev/null", O_RDWR)
    }
  }
}
