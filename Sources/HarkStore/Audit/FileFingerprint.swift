import Crypto

/// The fingerprint of a file's bytes, by which an import recognises a file it has read before: SHA-256.
public struct FileFingerprint: Sendable {
    private var hash = SHA256()

    /// Starts with no bytes.
    public init() {}

    /// Takes the next bytes of the file.
    public mutating func update(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// The fingerprint of all bytes so far, as 64 hexadecimal digits.
    public var text: String { Array(hash.finalize()).hexadecimal }
}
