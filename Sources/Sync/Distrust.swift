extension FetchFailure.Distrust {
  /// What is wrong with a certificate, which libcurl tells only in words, OpenSSL's or GnuTLS's.
  ///
  /// git has it from libcurl as well. GnuTLS says the same of an unknown issuer and of much else,
  /// and the issuer is what it mostly is.
  init(said text: String) {
    let words = text.lowercased()
    func says(_ pieces: String...) -> Bool { pieces.contains { words.contains($0) } }
    self =
      if says("subject name", "does not match", "hostname mismatch") {
        .otherHost
      } else if says("expired", "expiration date has passed") {
        .expired
      } else if says("setting certificate", "problem with the ssl ca cert") {
        .badCertificateFile
      } else if says("self-signed", "self signed", "issuer", "cafile") {
        .unknownIssuer
      } else {
        .other(text)
      }
  }
}
