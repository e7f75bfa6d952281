import Classification
import Digests
import Glibc

/// What results depend on beside the bytes of their source: when it changes, they are stale.
struct Fingerprint: Hashable, Sendable {
  /// The version that the program calls itself.
  var version: String
  /// SHA-256 of the program's binary, so that no forgotten version number lets old results pass for new ones.
  var program: String
  /// The settings that results depend on.
  var configuration: String
  /// SHA-256 of the reference data.
  var reference: String

  /// The fingerprint of this process with a configuration.
  ///
  /// - Parameter store: where the hash of the program is kept, so that a night need not hash the same binary again; nil
  ///   to hash it.
  static func current(_ configuration: PipelineConfiguration, store: StateStore?) throws(RunError) -> Fingerprint {
    Fingerprint(
      version: ProgramVersion.current, program: try programHash(store),
      configuration: "max_file_bytes=\(configuration.maxFileBytes)", reference: referenceHash())
  }

  /// Why results that were made under `self` do not stand under `current`; nil where they do.
  func staleness(under current: Fingerprint) -> String? {
    // The binary embeds the reference data, so that the narrower reason goes first.
    if reference != current.reference { return "the reference data changed" }
    if version != current.version { return "the program changed from \(version) to \(current.version)" }
    if program != current.program { return "the program changed within version \(version)" }
    if configuration != current.configuration {
      return "the configuration changed from \(configuration) to \(current.configuration)"
    }
    return nil
  }

  private static func referenceHash() -> String {
    let hash = SHA256()
    ReferenceData.forEachTable { hash.update(UnsafeRawBufferPointer($0)) }
    return hash.hexadecimal()
  }

  private static func programHash(_ store: StateStore?) throws(RunError) -> String {
    var status = stat()
    guard stat("/proc/self/exe", &status) == 0 else { return try programHash() }
    let times = [status.st_mtim, status.st_ctim].map { "\($0.tv_sec).\($0.tv_nsec)" }.joined(separator: " ")
    let file = "\(status.st_dev) \(status.st_ino) \(status.st_size) \(times) "
    if let known = try store?.value(of: "program"), known.hasPrefix(file) { return String(known.dropFirst(file.count)) }
    let hash = try programHash()
    if let store, !store.isReadOnly { try store.set("program", to: file + hash) }
    return hash
  }

  private static func programHash() throws(RunError) -> String {
    let descriptor = open("/proc/self/exe", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw RunError(.inputOutput, "The program cannot read itself: \(SystemError.text(errno)).")
    }
    defer { close(descriptor) }
    let hash = SHA256()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      if count < 0 { throw RunError(.inputOutput, "The program cannot read itself: \(SystemError.text(errno)).") }
      if count == 0 { return hash.hexadecimal() }
      buffer.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }
}
