internal import Foundation
internal import HarkStore

/// The files of one import in the order in which they must be read.
struct ImportFiles {
    let files: [ImportFile]

    /// Finds the files, takes folders apart, and reads every header line.
    ///
    /// - Throws: ``ImportError/notFound(_:)``, ``ImportError/noFiles(_:)``, ``ImportError/unreadable(_:)``, and
    ///   ``ImportError/file(_:)`` for a header that cannot be used.
    init(_ paths: [String], options: ImportOptions, setting: ImportSetting) throws(ImportError) {
        var found: [ImportFile] = []
        for path in paths {
            for (name, path) in try ImportFiles.members(of: path) {
                found.append(try ImportFile(path, name: name, options: options, setting: setting))
            }
        }
        files = found.enumerated().sorted { left, right in
            (left.element.kind.place, left.offset) < (right.element.kind.place, right.offset)
        }.map(\.element)
    }

    /// The size of all files.
    var bytes: Int { files.reduce(0) { $0 + $1.bytes } }

    /// The names of the files, as the list of imports shows them.
    var source: String { files.map(\.name).joined(separator: ", ") }

    /// What tells these files from any others, to the last byte.
    func fingerprint() throws(ImportError) -> String {
        var fingerprint = FileFingerprint()
        for file in files { try file.eachChunk { fingerprint.update($0) } }
        return fingerprint.text
    }

    /// A file itself, or the CSV files of a folder by name; subfolders and other files are passed over.
    private static func members(of path: String) throws(ImportError) -> [(name: String, path: String)] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw .notFound(path) }
        guard isFolder.boolValue else { return [(path, path)] }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { throw .unreadable(path) }
        let tables = names.filter { name in [".csv", ".tsv"].contains { name.lowercased().hasSuffix($0) } }.sorted()
        guard !tables.isEmpty else { throw .noFiles(path) }
        return tables.map { ($0, path + "/" + $0) }
    }
}

/// One file of an import; it can be read any number of times.
struct ImportFile {
    /// The file as it is named in messages.
    let name: String
    let path: String
    let kind: ImportKind
    /// The mapping that is meant for the file.
    let mapping: ImportMapping
    let bytes: Int

    /// Reads the header line for what the rows are.
    init(_ path: String, name: String, options: ImportOptions, setting: ImportSetting) throws(ImportError) {
        self.path = path
        self.name = name
        let named = options.kind ?? ImportKind.named(inFile: name)
        let isMeant = named == nil || options.mapping.kind == nil || named == options.mapping.kind
        mapping = isMeant ? options.mapping : ImportMapping()
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        bytes = (attributes?[.size] as? Int) ?? 0
        kind = try ImportFile.parser(path, name: name, kind: options.kind, mapping: mapping, setting: setting).kind
    }

    /// Opens the file and reads its header line; the file closes with the parser.
    func parser(setting: ImportSetting) throws(ImportError) -> ImportParser {
        try ImportFile.parser(path, name: name, kind: kind, mapping: mapping, setting: setting)
    }

    /// The bytes of the file in parts.
    func eachChunk(_ body: ([UInt8]) -> Void) throws(ImportError) {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(path) }
        do {
            while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty { body([UInt8](chunk)) }
        } catch { throw .unreadable(path) }
    }

    private static func parser(
        _ path: String, name: String, kind: ImportKind?, mapping: ImportMapping, setting: ImportSetting
    ) throws(ImportError) -> ImportParser {
        guard let handle = FileHandle(forReadingAtPath: path) else { throw .unreadable(path) }
        let reader: CSVReader
        do { reader = try CSVReader(file: handle) } catch { throw .file(ImportIssue(error, file: name)) }
        do {
            return try ImportParser(reader, file: name, kind: kind, mapping: mapping, setting: setting)
        } catch { throw .file(error) }
    }
}
