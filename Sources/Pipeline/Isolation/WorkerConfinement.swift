import Glibc

/// What a worker takes from itself before it reads the first document: a document that gains power over the process
/// gains little.
enum WorkerConfinement {
  /// Bounds memory, and forbids to write files, to start programs and, where the kernel can, to speak TCP.
  static func enter(memory: Int?) {
    limit(__rlimit_resource_t(RLIMIT_CORE.rawValue), to: 0)
    limit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), to: 0)
    if let memory { limit(__rlimit_resource_t(RLIMIT_DATA.rawValue), to: memory) }
    forbidFilesAndNetwork()
  }

  /// Lets the kernel end the process when the next document takes so much processor time: it watches even where the
  /// run, which watches the clock, cannot.
  static func allow(seconds: Int) {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let used = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
    let resource = __rlimit_resource_t(RLIMIT_CPU.rawValue)
    var bounds = rlimit()
    getrlimit(resource, &bounds)
    // Two for the parts of seconds, and so that the run, which says more, is first.
    bounds.rlim_cur = min(bounds.rlim_max, rlim_t(used) + rlim_t(seconds) + 2)
    setrlimit(resource, &bounds)
  }

  private static func limit(_ resource: __rlimit_resource_t, to value: Int) {
    var bounds = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
    setrlimit(resource, &bounds)
  }

  /// Landlock, where the kernel has it: rights that a ruleset handles, and no rule grants, are gone for good.
  private static func forbidFilesAndNetwork() {
    let (createRuleset, versionFlag, restrictSelf, noNewPrivileges) = (444, 1, 446, 38)
    guard let systemCall, case let version = systemCall(createRuleset, 0, 0, versionFlag), version > 0 else { return }
    // Everything but to read files and folders, bits 2 and 3. Later versions know more rights and larger rulesets.
    let lastRight = version >= 5 ? 15 : version >= 3 ? 14 : version == 2 ? 13 : 12
    let files = ((UInt64(1) << (lastRight + 1)) - 1) & ~0b1100
    let handled = version >= 4 ? [files, 0b11] : [files]
    let ruleset = handled.withUnsafeBytes { systemCall(createRuleset, Int(bitPattern: $0.baseAddress), $0.count, 0) }
    guard ruleset >= 0 else { return }
    _ = processControl?(Int32(noNewPrivileges), 1, 0, 0, 0)
    _ = systemCall(restrictSelf, ruleset, 0, 0)
    close(Int32(ruleset))
  }

  // Swift cannot call C functions with variable arguments, and glibc hides the others behind `_GNU_SOURCE`.
  private static let systemCall = dlsym(nil, "syscall").map {
    unsafeBitCast($0, to: (@convention(c) @Sendable (Int, Int, Int, Int) -> Int).self)
  }
  private static let processControl = dlsym(nil, "prctl").map {
    unsafeBitCast($0, to: (@convention(c) @Sendable (Int32, UInt, UInt, UInt, UInt) -> Int32).self)
  }
}
