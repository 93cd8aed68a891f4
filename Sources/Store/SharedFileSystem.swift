import Glibc

/// Which file systems several machines may have mounted.
///
/// The write-ahead log needs memory that all its processes share, which is on one machine only
/// (<https://www.sqlite.org/wal.html>).
enum SharedFileSystem {
  /// Types as the kernel names them; what comes through FUSE may be anything, unless it is a disk
  /// (`fuseblk`).
  static func isShared(_ type: some StringProtocol) -> Bool {
    let names = [
      "9p", "afs", "beegfs", "ceph", "cifs", "coda", "fuse", "gpfs", "lustre", "ncpfs", "nfs",
      "nfs4", "smb3", "smbfs", "vboxsf",
    ]
    return names.contains(String(type)) || type.hasPrefix("fuse.")
  }

  /// The type of the file system on a device, in the words of `/proc/self/mountinfo`
  /// (proc_pid_mountinfo(5)); nil where it lists none of that number.
  static func type(ofDevice device: dev_t, in mounts: String) -> Substring? {
    // As the C library's macros take the number apart.
    let major = (device >> 8) & 0xFFF | (device >> 32) & 0xFFFF_F000
    let minor = device & 0xFF | (device >> 12) & 0xFFFF_FF00
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2, fields[2] == "\(major):\(minor)",
        let separator = fields.firstIndex(of: "-"), separator + 1 < fields.count
      else { continue }
      return fields[separator + 1]
    }
    return nil
  }

  /// The kernel's list of mounts; empty where there is none.
  static var mounts: String {
    guard let file = fopen("/proc/self/mountinfo", "re") else { return "" }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&block, 1, block.count, file)
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += block[..<count]
    }
  }
}
