import Foundation
import HarkCore
import HarkStore

/// A database made of the sample data, as if its last day were today.
public enum DemoDatabase {
    /// The tenant the demo opens in.
    public static let tenant = "larkspur"
    /// The user the demo opens as.
    public static let user = "maria"

    private static let tenants = [
        (slug: "larkspur", name: "Larkspur Software", admin: "Ada Moen", email: "ada@larkspur.example"),
        (slug: "brightwater", name: "Brightwater Supplies", admin: "Ines Navarro", email: "ines@brightwater.example"),
    ]

    /// Makes a throw-away copy of today's demo database.
    ///
    /// Reading the sample data and training takes a few seconds, so the finished database is kept for the day in the
    /// cache folder and only copied.
    ///
    /// - Returns: The path of the copy, in a folder of its own in the system's temporary folder.
    /// - Throws: ``ServiceError/notFound(_:)`` when the sample data is not installed.
    public static func copy(
        places: Places, clock: WallClock = .system(), progress: (String) -> Void
    ) throws(ServiceError) -> String {
        let name = "demo-\(HarkCore.version)-\(places.buildTime)-\(clock.now.date)"
        let kept = "\(places.cache)/\(name)"
        if !FileManager.default.fileExists(atPath: kept) {
            guard let shared = places.shared else {
                throw .notFound(
                    "The sample data is not installed: set HARK_SHARE to the folder that holds sample-data.")
            }
            try make(in: kept, samples: "\(shared)/sample-data", clock: clock, progress: progress)
            removeOthers(than: name, in: places.cache)
        }
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("hark-demo-\(UUID().uuidString)").path
        // Nobody ever opens the kept files, so copying them as they are is sound.
        try onDisk { try FileManager.default.copyItem(atPath: kept, toPath: copy) }
        return "\(copy)/hark.db"
    }

    /// Builds beside and moves the whole folder into place, so that what is kept is always finished.
    private static func make(
        in kept: String, samples: String, clock: WallClock, progress: (String) -> Void
    ) throws(ServiceError) {
        let building = "\(kept).\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: building) }
        let service = try Service.open(path: "\(building)/work/hark.db")
        for sample in tenants {
            progress("Preparing the demo: \(sample.name) …")
            let admin = Service.AdminDetails(name: sample.admin, email: sample.email)
            _ = try service.createTenant(slug: sample.slug, name: sample.name, admin: admin, at: clock.now)
            try fill(service, sample.slug, from: "\(samples)/\(sample.slug)", clock: clock, progress: progress)
        }
        try translated { try service.store.backUp(to: "\(building)/hark.db") }
        try onDisk {
            let files = FileManager.default
            try files.copyItem(atPath: "\(building)/work/audit.key", toPath: "\(building)/audit.key")
            try files.removeItem(atPath: "\(building)/work")
            // Another demo may have been faster; its folder is as good.
            if !files.fileExists(atPath: kept) { try files.moveItem(atPath: building, toPath: kept) }
        }
    }

    private static func fill(
        _ service: Service, _ slug: String, from folder: String, clock: WallClock, progress: (String) -> Void
    ) throws(ServiceError) {
        let session = try service.session(tenant: slug, user: nil, channel: .commandLine, clock: clock)
        var request = ImportRequest(paths: [folder])
        request.lastDay = clock.now.date
        let report = try session.importFiles(request) { step in
            progress("Importing: \(step.rows) rows, \(Int(100 * step.share))% …")
        }
        guard report.rejected == 0 else {
            throw .badInput("The sample data is damaged: \(report.files.flatMap(\.issues).first?.text ?? folder)")
        }
        _ = try session.train(progress: progress)
    }

    private static func removeOthers(than name: String, in cache: String) {
        let files = FileManager.default
        for entry in (try? files.contentsOfDirectory(atPath: cache)) ?? []
        where entry.hasPrefix("demo-") && !entry.hasPrefix(name) {
            try? files.removeItem(atPath: "\(cache)/\(entry)")
        }
    }

    private static func onDisk(_ body: () throws -> Void) throws(ServiceError) {
        do { try body() } catch { throw .storage("The demo could not be written: \(error.localizedDescription)") }
    }
}
