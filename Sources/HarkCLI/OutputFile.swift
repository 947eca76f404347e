import Foundation
import HarkService

/// A file a command writes; it replaces an earlier one of its own kind, and any other only when told to.
struct OutputFile {
    /// Where to.
    var path: String
    /// Whether any file may be replaced.
    var force: Bool
    /// What such a file is called, such as `report`.
    var noun: String
    /// Tells an earlier one by how it begins.
    var isOwn: (String) -> Bool

    /// Writes the file whole or not at all.
    ///
    /// - Returns: The full path.
    func write(_ text: String) throws(ServiceError) -> String {
        let file = URL(fileURLWithPath: path)
        try check(file)
        do { try text.write(to: file, atomically: true, encoding: .utf8) } catch { throw failure(error) }
        return file.path
    }

    private func check(_ file: URL) throws(ServiceError) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else { return }
        guard !isFolder.boolValue else { throw .badInput("\(path) is a folder: name a file in it.") }
        guard !force, !isOwn(OutputFile.beginning(of: file)) else { return }
        throw .needsAnswer("\(path) is there and is no \(noun): --force replaces it, --out names another file.")
    }

    private static func beginning(of file: URL) -> String {
        guard let file = try? FileHandle(forReadingFrom: file) else { return "" }
        defer { try? file.close() }
        return String(decoding: (try? file.read(upToCount: 1_000)) ?? Data(), as: UTF8.self)
    }

    private func failure(_ error: any Error) -> ServiceError {
        (error as? CocoaError)?.code == .fileWriteOutOfSpace
            ? .storage("\(path) cannot be written: the disk is full. Make room or choose another place with --out.")
            : .badInput("\(path) cannot be written: check the folder and who may write there.")
    }
}
