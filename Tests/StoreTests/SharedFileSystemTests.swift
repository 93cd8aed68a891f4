import Testing

@testable import Store

/// The rollback journal where other machines may have the file open too.
@Suite struct SharedFileSystemTests {
  private let mounts = """
    22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
    41 22 0:48 / /home/li rw,relatime shared:22 - nfs4 files:/home rw,vers=4.2
    42 22 0:300 / /mnt/a\\040b rw master:3 propagate_from:2 - fuse.sshfs li@host:/ rw
    43 22 8:17 / /media/usb rw - fuseblk /dev/sdb1 rw
    """

  @Test func `a device's file system is the one that the kernel lists for it`() {
    func type(_ major: UInt, _ minor: UInt) -> String? {
      let device = (major & 0xFFF) << 8 | minor & 0xFF | (minor & ~0xFF) << 12
      return SharedFileSystem.type(ofDevice: device, in: mounts).map(String.init)
    }
    #expect(type(254, 0) == "ext4")
    #expect(type(0, 48) == "nfs4")
    #expect(type(0, 300) == "fuse.sshfs")
    #expect(type(8, 17) == "fuseblk")
    #expect(type(8, 18) == nil)
  }

  @Test(arguments: ["nfs", "nfs4", "cifs", "smb3", "9p", "fuse", "fuse.sshfs", "ceph"])
  func `other machines may have it`(_ type: String) {
    #expect(SharedFileSystem.isShared(type))
  }

  @Test(arguments: ["ext4", "xfs", "btrfs", "tmpfs", "overlay", "zfs", "fuseblk", "vfat"])
  func `it is this machine's own`(_ type: String) {
    #expect(!SharedFileSystem.isShared(type))
  }

  @Test func `the folder of this test is on a file system that the kernel knows`() {
    #expect(SharedFileSystem.mounts.contains(" - "))
    #expect(!StoreFile(path: "/proc/self/x").isOnNetwork)
  }

  @Test func `a store there keeps a rollback journal, and one from elsewhere changes to it`() throws
  {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<3))
    let queue = try Connection.open(StoreFile(path: path), readOnly: false)
    defer { try? queue.close() }
    try Connection.chooseJournal(queue, isOnNetwork: true)
    #expect(try sql(path, "PRAGMA journal_mode") == "delete")
    try Connection.chooseJournal(queue, isOnNetwork: false)
    #expect(try sql(path, "PRAGMA journal_mode") == "wal")
  }
}
