import Glibc

/// The socket between a run and a worker. Neither end trusts the other to read, to write, or to stop.
struct WorkerChannel: Sendable {
  /// Why no frame came or went.
  enum Problem: Error {
    /// The deadline has passed.
    case late
    /// The other end is gone.
    case closed
    /// What came is no frame.
    case garbled
  }

  /// When to give up; nil to wait for ever.
  typealias Deadline = ContinuousClock.Instant?

  let descriptor: Int32

  /// Sends a frame.
  func send(_ kind: WorkerFrame.Kind, _ contents: [UInt8] = [], by deadline: Deadline) throws(Problem) {
    try send(WorkerFrame.head(kind, length: contents.count), by: deadline)
    try send(contents, by: deadline)
  }

  /// The next frame.
  func receive(by deadline: Deadline) throws(Problem) -> (kind: WorkerFrame.Kind, contents: [UInt8]) {
    let head = try receive(WorkerFrame.headSize, by: deadline)
    guard let (kind, length) = WorkerFrame.parse(head), length <= kind.maximumLength else { throw .garbled }
    return (kind, try receive(length, by: deadline))
  }

  private func send(_ bytes: [UInt8], by deadline: Deadline) throws(Problem) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
        return Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL | MSG_DONTWAIT))
      }
      sent += try moved(count, Int16(POLLOUT), by: deadline)
    }
  }

  /// Receives so many bytes. Memory grows with what has come, not with what was announced.
  private func receive(_ count: Int, by deadline: Deadline) throws(Problem) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: min(count, 1 << 18))
    while bytes.count < count {
      let room = min(piece.count, count - bytes.count)
      let got = piece.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, room, Int32(MSG_DONTWAIT)) }
      if got == 0 { throw .closed }
      bytes += piece[..<(try moved(got, Int16(POLLIN), by: deadline))]
    }
    return bytes
  }

  /// How many bytes a call has moved; where it would have to wait, none, after waiting.
  private func moved(_ count: Int, _ event: Int16, by deadline: Deadline) throws(Problem) -> Int {
    let code = errno
    if let deadline, ContinuousClock.now >= deadline { throw .late }
    if count >= 0 { return count }
    if code == EAGAIN { wait(for: event, by: deadline) } else if code != EINTR { throw .closed }
    return 0
  }

  /// Waits until the socket is ready, the deadline has passed, or a while is over.
  private func wait(for event: Int16, by deadline: Deadline) {
    let rest = deadline.map { ContinuousClock.now.duration(to: $0) } ?? .seconds(1)
    let milliseconds = min(max(rest, .milliseconds(1)), .seconds(1)) / .milliseconds(1)
    var entry = pollfd(fd: descriptor, events: event, revents: 0)
    poll(&entry, 1, Int32(milliseconds))
  }
}
