import Foundation

/// A plain Python program that reads, hashes, splits and writes, without any understanding: what scripts cost.
struct PythonYardstick {
  private let script: URL
  private let scratch: URL

  init(scratch: URL) throws {
    self.scratch = scratch
    script = scratch.appendingPathComponent("plain.py")
    try Data(Self.source.utf8).write(to: script)
  }

  /// Seconds of CPU, user and system, of one run on a folder.
  func run(on directory: URL) throws -> Double {
    let output = scratch.appendingPathComponent("python-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: output) }
    return try ChildProcess.cpuSeconds(
      of: URL(fileURLWithPath: "/usr/bin/env"), ["python3", script.path, directory.path, output.path], accepting: [0])
  }

  private static let source = #"""
    import csv, hashlib, json, os, re, sys

    source, target = sys.argv[1], sys.argv[2]
    os.makedirs(target)
    number = re.compile(r"^-?[\d,]+(\.\d+)?$")
    with open(os.path.join(target, "cells.csv"), "w", encoding="utf-8", newline="") as table, open(
        os.path.join(target, "lines.jsonl"), "w", encoding="utf-8"
    ) as lines:
        rows = csv.writer(table, lineterminator="\n")
        rows.writerow(["document_id", "line", "column", "text", "value"])
        for name in sorted(os.listdir(source)):
            with open(os.path.join(source, name), "rb") as file:
                data = file.read()
            document = hashlib.sha256(data).hexdigest()[:16]
            for index, line in enumerate(data.decode("utf-8", "replace").split("\n"), 1):
                cells = [cell.strip() for cell in line.split("\t")]
                if not any(cells):
                    continue
                for column, cell in enumerate(cells):
                    if cell:
                        value = cell.replace(",", "") if number.match(cell) else ""
                        rows.writerow([document, index, column, cell, value])
                record = {"document_id": document, "line": index, "cells": cells}
                lines.write(json.dumps(record, ensure_ascii=False) + "\n")
    """#
}
