/// What runs a pipeline every night: systemd units, or lines of a crontab.
public struct Schedule: Sendable {
  private let pipeline: String
  private let program: String
  private let hour: Int
  private let minute: Int

  /// Makes a schedule; nil where `at` is no time such as `03:00`.
  public init?(pipeline: String, program: String, at: String) {
    let parts = at.split(separator: ":").map { Int($0) }
    guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0..<24).contains(hour),
      (0..<60).contains(minute)
    else { return nil }
    self.pipeline = pipeline
    self.program = program
    self.hour = hour
    self.minute = minute
  }

  /// The unit that runs the pipeline once.
  public var service: String {
    """
    # juesuan.service
    [Unit]
    Description=juesuan reads final accounts and publishes their datasets
    Wants=network-online.target
    After=network-online.target

    [Service]
    Type=oneshot
    ExecStart=\(program) run \(pipeline) --log-format json
    # 1: documents in quarantine, or a gate failed; on_warning and on_failure of the pipeline file tell which.
    SuccessExitStatus=1
    # 75: another run holds the lock.
    RestartPreventExitStatus=64 66 75 78
    Restart=on-failure
    RestartSec=15min
    Nice=10
    IOSchedulingClass=idle

    """
  }

  /// The unit that starts it every night.
  public var timer: String {
    """
    # juesuan.timer
    [Unit]
    Description=Runs juesuan every night

    [Timer]
    OnCalendar=*-*-* \(two(hour)):\(two(minute)):00
    Persistent=true
    RandomizedDelaySec=30min

    [Install]
    WantedBy=timers.target

    """
  }

  /// Lines of a crontab that do the same as far as cron can.
  public var crontab: String {
    """
    # juesuan: every night within half an hour, and after a start of the machine for a night that was missed.
    SHELL=/bin/bash
    \(minute) \(hour) * * * sleep $((RANDOM \\% 1800)); \(program) run \(pipeline) --log-format json
    @reboot sleep $((RANDOM \\% 1800)); \(program) run \(pipeline) --log-format json

    """
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
