import Foundation
import Testing

/// Compares a text with the one kept under `Golden/`; writes it and fails where there is none or `HARK_RECORD=1`.
func expectGolden(_ text: String, _ name: String, _ location: SourceLocation = #_sourceLocation) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
    let file = folder.appending(path: name)
    let kept = try? String(contentsOf: file, encoding: .utf8)
    if kept == nil || ProcessInfo.processInfo.environment["HARK_RECORD"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded \(name)", sourceLocation: location)
        return
    }
    if text != kept { Issue.record("\(name) looks otherwise:\n\(text)", sourceLocation: location) }
}
