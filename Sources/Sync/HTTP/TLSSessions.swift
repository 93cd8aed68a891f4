import CCurl
import Glibc

/// The TLS sessions of this process: who is asked again need not send certificates again.
///
/// A desk asks the same server every minute, in a connection each time. With a whole handshake an
/// unchanged file costs twice what it does with a resumed one (RFC 8446, section 2.2), which leaves
/// out the certificates and their signature.
///
/// No session is offered to anybody but who gave it: libcurl finds one by the host's name, the port,
/// the scheme and all options of TLS, the file of trusted certificates among them
/// (`Curl_ssl_getsessionid` and `Curl_ssl_config_matches` in its `lib/vtls/vtls.c`). With another such
/// file, the certificate is asked for and checked as before. A session stands for the check that was
/// made when it began; it ends when the server forgets it, and with the process. libcurl keeps those
/// of the eight servers that were asked last (`lib/share.c`).
///
/// A ticket of TLS 1.3 serves once (RFC 8446, appendix C.4), and each connection brings the next one:
/// of two connections at a time, one may begin anew.
///
/// Requests through a proxy that speaks TLS itself stay outside: up to 7.75 libcurl could take the
/// proxy's session for the server's (CVE-2021-22890).
struct TLSSessions: @unchecked Sendable {
  /// Nil where the library cannot share them: each connection then begins anew.
  static let shared = CurlLibrary.shared.flatMap { TLSSessions($0) }

  /// For `CURLOPT_SHARE`; never freed, since a transfer may be under way in another thread.
  let share: CurlLibrary.Handle

  private init?(_ curl: CurlLibrary) {
    guard let share = curl.makeShare() else { return nil }
    // One for each kind of data, as `CURLSHOPT_LOCKFUNC` wants it.
    let count = Int(CURL_LOCK_DATA_LAST.rawValue)
    let locks = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: count)
    for index in 0..<count { pthread_mutex_init(locks + index, nil) }
    let locked = ccurl_share_locks(
      curl.setShare, share,
      { _, kind, _, locks in _ = TLSSessions.lock(of: kind, locks).map(pthread_mutex_lock) },
      { _, kind, locks in _ = TLSSessions.lock(of: kind, locks).map(pthread_mutex_unlock) },
      locks)
    guard locked == CURLSHE_OK,
      ccurl_share_kind(curl.setShare, share, CURL_LOCK_DATA_SSL_SESSION) == CURLSHE_OK
    else {
      _ = curl.freeShare(share)
      locks.deallocate()
      return nil
    }
    self.share = share
  }

  private static func lock(
    of kind: curl_lock_data, _ locks: UnsafeMutableRawPointer?
  ) -> UnsafeMutablePointer<pthread_mutex_t>? {
    locks.map { $0.assumingMemoryBound(to: pthread_mutex_t.self) + Int(kind.rawValue) }
  }
}
