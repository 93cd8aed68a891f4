import Phrases
import Testing

@Suite struct SecretsTests {
  @Test(arguments: [
    ("https://kb.example/a.csv", "https://kb.example/a.csv"),
    ("https://kb.example:8443/@team/a.csv", "https://kb.example:8443/@team/a.csv"),
    ("https://wang:pa/s?s@w#rd@kb.example/a.csv", "https://kb.example/a.csv"),
    ("https://tok@kb.example", "https://kb.example"), ("https://wang:pa/ss", "https://wang/ss"),
    ("https://kb.example/a b.csv?sig=x y", "https://kb.example/a b.csv?…"),
    ("https://kb.example/a.csv#sig", "https://kb.example/a.csv?…"),
    ("HTTPS:/kb.example/a.csv?sig=x", "HTTPS:/kb.example/a.csv?…"),
    ("http:kb.example/a.csv?sig=x", "http:kb.example/a.csv?…"),
    ("git+https://t:x@h/r.git//a.csv?ref=v@1", "git+https://h/r.git//a.csv?ref=v@1"),
    ("git+https://h/r.git//a.csv?ref=a&sig=x", "git+https://h/r.git//a.csv?…"),
    ("http://u:p@[::1]:3128/", "http://[::1]:3128/"), ("http://[::1]:80/a", "http://[::1]:80/a"),
    ("ftp://u:p@h/?x", "ftp://h/?…"),
    ("/srv/a?b@c://d", "/srv/a?b@c://d"), ("C:/a?b", "C:/a?b"), ("公司", "公司"), ("", ""),
    ("wang:pass@kb.example:80/a.csv?sig=1", "kb.example:80/a.csv?…"),
    ("kb.example/a.csv?sig=1", "kb.example/a.csv?…"), ("what?.csv", "what?.csv"),
    ("git@h.example:team/r.git//a.csv?ref=main", "git@h.example:team/r.git//a.csv?ref=main"),
    ("10:30.csv", "10:30.csv"), ("./a:b@c", "./a:b@c"),
  ])
  func `An address is shown without its secrets`(_ address: String, _ shown: String) {
    #expect(SafeText.withoutSecrets(address: address) == shown)
    #expect(SafeText.withoutSecrets(address: shown) == shown)
  }

  @Test(arguments: [
    ("a https://u:p@h/x?sig=1, line 2: no", "a https://h/x?…, line 2: no"),
    ("'https://u:p@h/x' and http://h?t=1.", "'https://h/x' and http://h?…."),
    ("https://h/x?sig=1：没有", "https://h/x?…：没有"), ("（https://h/?a）", "（https://h/?…）"),
    ("is https:/h/x?sig=1: no", "is https:/h/x?…: no"), ("x:y://u:p@h/?a", "x:y://h/?…"),
    ("://a?b :// no", "://a?b :// no"), ("none? no@ne", "none? no@ne"),
  ])
  func `Addresses in a sentence are, too`(_ sentence: String, _ shown: String) {
    #expect(SafeText.withoutSecrets(in: sentence) == shown)
    #expect(SafeText.withoutSecrets(in: shown) == shown)
  }
}
