import GRDB

extension DatabaseQueue {
  /// Runs `body` in the database; an error that is no `RunError` yet is made one by `failure`.
  func access<Result>(
    orThrow failure: (any Error) -> RunError, _ body: (Database) throws -> Result
  ) throws(RunError) -> Result {
    do {
      return try inDatabase(body)
    } catch let error as RunError {
      throw error
    } catch {
      throw failure(error)
    }
  }
}
