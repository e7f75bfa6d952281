#if COVERAGE_GUIDED
  import Glibc

  /// The reader that the environment names: libFuzzer, which brings its own `main`, leaves no other way.
  private let fuzzed = Reader(rawValue: getenv("READER").map { String(cString: $0) } ?? "") ?? .text

  /// What libFuzzer calls with each input.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func readFuzzedInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    fuzzed.read(Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  }
#endif
