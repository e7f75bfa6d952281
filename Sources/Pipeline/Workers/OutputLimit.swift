/// How many bytes of a release the documents of one source may take.
struct OutputLimit: Sendable {
  /// What any source may give.
  var least = 16 << 20
  /// What it may give beside that for each of its own bytes; real ones give 25 at most.
  var perByte = 64
  /// What no source may exceed: it must pass from a worker to the run.
  var most = WorkerFrame.Kind.result.maximumLength / 2

  /// The limit of a source of so many bytes.
  func bytes(ofSource bytes: Int) -> Int { min(least + perByte * bytes, most) }
}
