import CLibFuzzer
import Glibc

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { bytes, size in
    let input = FuzzedWorkbook(UnsafeBufferPointer(start: bytes, count: size))
    input.checkReading()
    input.checkWriting()
    return 0
  })
