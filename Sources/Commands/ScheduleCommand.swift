import ArgumentParser
import Pipeline

/// `juesuan schedule`: units that run a pipeline every night.
struct ScheduleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schedule",
    abstract: "Prints systemd units or a crontab line that run a pipeline every night.",
    discussion: """
      systemd catches up on a night that the machine slept through, and delays the start by a random time. cron knows \
      neither: the line waits a random time itself, and a second line runs the pipeline after a start of the machine.
      """)

  @Argument(help: "The pipeline file.", completion: .file(extensions: ["yaml"]))
  var pipeline: String

  @Flag(help: "Print a service and a timer.")
  var systemd = false

  @Flag(help: "Print lines of a crontab.")
  var cron = false

  @Option(help: ArgumentHelp("When to start, as HH:MM.", valueName: "time"))
  var at = "03:00"

  @Option(help: ArgumentHelp("The program.", valueName: "path"))
  var program = "/usr/local/bin/juesuan"

  func validate() throws {
    if systemd == cron { throw ValidationError("Give either --systemd or --cron.") }
    if Schedule(pipeline: pipeline, program: program, at: at) == nil {
      throw ValidationError("--at must be a time such as 03:00.")
    }
  }

  func run() {
    guard let schedule = Schedule(pipeline: pipeline, program: program, at: at) else { return }
    StandardOutput.write(systemd ? schedule.service + "\n" + schedule.timer : schedule.crontab, terminator: "")
  }
}
