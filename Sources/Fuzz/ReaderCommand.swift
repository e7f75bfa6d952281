import ArgumentParser

#if COVERAGE_GUIDED
  import Glibc
#endif

/// `Fuzz reader`: one reader, guided by what its inputs cover.
struct ReaderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reader", abstract: "Looks for inputs that trap one reader, guided by the code that they reach.",
    discussion: "Built by `make fuzz` with the compiler's fuzzer; arguments behind -- are libFuzzer's.")

  @Argument(help: "The reader: \(Reader.allCases.map(\.rawValue).joined(separator: ", ")).")
  var reader: Reader

  @Argument(parsing: .postTerminator, help: "Arguments of libFuzzer.")
  var arguments: [String] = []

  func run() throws {
    #if COVERAGE_GUIDED
      FuzzedReader.reader = reader
      throw ExitCode(FuzzedReader.run(arguments))
    #else
      throw ValidationError("This program was built without the compiler's fuzzer. Run `make fuzz READER=\(reader)`.")
    #endif
  }
}

extension Reader: ExpressibleByArgument {}

#if COVERAGE_GUIDED
  /// The reader that libFuzzer, which knows a C function only, gives its inputs to.
  private enum FuzzedReader {
    nonisolated(unsafe) static var reader = Reader.text

    static func run(_ arguments: [String]) -> Int32 {
      var pointers: [UnsafeMutablePointer<CChar>?] = (["Fuzz"] + arguments).map { strdup($0) } + [nil]
      var count = Int32(pointers.count - 1)
      return pointers.withUnsafeMutableBufferPointer { buffer in
        guard var start = buffer.baseAddress else { return 1 }
        return runLibFuzzer(&count, &start) { bytes, length in
          FuzzedReader.reader.read(Array(UnsafeBufferPointer(start: bytes, count: length)))
          return 0
        }
      }
    }
  }

  @_silgen_name("LLVMFuzzerRunDriver")
  private func runLibFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32
#endif
