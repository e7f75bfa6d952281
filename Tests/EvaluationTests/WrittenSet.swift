import Evaluation
import Foundation

/// A small truth and a release beside it, written to a folder that goes with it.
final class WrittenSet: Sendable {
  let path: String

  static let documentsHeader =
    "document,source_path,seed,layout,encoding,fiscal_year,unit_name,division_code,published_on,money_unit,damage"
  static let truthHeader = "document,form,side,row,measure,amount,damage,identifiable,code_cut"
  static let releaseDocumentsHeader =
    "document_id,source_path,fiscal_year,unit_name,division_code,published_on,money_unit,repaired"
  static let amountsHeader =
    "document_id,form,side,row,measure,amount,status,confidence,proof,amount_low,amount_high"

  /// Writes rows of the truth's and the release's `amounts` for one document, `a`, with the damage `cut-codes`.
  init(truth: [String], amounts: [String], damage: String = "cut-codes", repaired: Int = 0) throws {
    path = NSTemporaryDirectory() + "juesuan-evaluation-" + UUID().uuidString
    try write(
      "truth/documents.csv",
      [Self.documentsHeader, "a,inputs/a.txt,1,tabs,utf-8,2024,\"某局,\"\"本级\"\"\",420103,2025-09-01,万元,\(damage)"])
    try write("truth/amounts.csv", [Self.truthHeader] + truth.map { "a,\($0)" })
    try write(
      "release/documents.csv",
      [Self.releaseDocumentsHeader, "d0,in/a.txt,2024,\"某局,\"\"本级\"\"\",420103,,万元,\(repaired)"])
    try write("release/amounts.csv", [Self.amountsHeader] + amounts.map { "d0,\($0)" })
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes the lines of a file.
  func write(_ name: String, _ lines: [String]) throws {
    let file = path + "/" + name
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try (lines.joined(separator: "\n") + "\n").write(toFile: file, atomically: false, encoding: .utf8)
  }

  /// Removes a file.
  func remove(_ name: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + name)
  }

  /// Compares the two.
  func evaluation() throws(EvaluationError) -> Evaluation {
    try Evaluation(release: path + "/release", truth: path)
  }
}
