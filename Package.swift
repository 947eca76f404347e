// swift-tools-version: 6.2
import PackageDescription

// Levels, lowest first: a room may use only rooms of a lower level, and the manifest is where that is written down.

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// For rooms whose tests train models on thousands of rows or read thousands of phrases: debug builds are too slow.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A room of the house and the rooms it may use.
func room(_ name: String, uses: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: uses, resources: resources, swiftSettings: strict)
}

/// The tests of a room; `also` names the rooms its tests need beside it.
func tests(_ name: String, also: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.byName(name: name)] + also, exclude: exclude, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let tomlKit = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

let package = Package(
    name: "hark",
    products: [.executable(name: "hark", targets: ["hark"])],
    dependencies: [
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        // Level 0: values and pure machinery.
        room("HarkCore"),
        .target(name: "HarkLearning", swiftSettings: strict + optimised),
        room("HarkScreen"),
        .target(
            name: "CNcurses",
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        .target(name: "CLeaning", exclude: ["leaning.cues"]),

        // Level 1: one room a subject.
        .target(
            name: "HarkLanguage", dependencies: ["CLeaning", "HarkCore"], resources: [.embedInCode("Resources")],
            swiftSettings: strict + optimised),
        room("HarkLifecycle", uses: ["HarkCore"], resources: [.embedInCode("Resources")]),
        .target(
            name: "HarkPrediction", dependencies: ["HarkCore", "HarkLearning"],
            swiftSettings: strict + optimised),
        room("HarkStore", uses: ["HarkCore", crypto, grdb]),
        room("HarkTerminal", uses: ["HarkScreen", "CNcurses"]),

        // Level 2: the use cases, and the dashboard as a pure value.
        room(
            "HarkService",
            uses: ["HarkCore", "HarkLanguage", "HarkLearning", "HarkLifecycle", "HarkPrediction", "HarkStore", tomlKit]),
        room("HarkUI", uses: ["HarkCore", "HarkLanguage", "HarkLifecycle", "HarkScreen"]),

        // Level 3: the two ways in.
        room(
            "HarkConsole",
            uses: ["HarkCore", "HarkLanguage", "HarkLifecycle", "HarkScreen", "HarkService", "HarkUI", tomlKit]),
        room(
            "HarkCLI",
            uses: [
                "HarkCore", "HarkLanguage", "HarkLearning", "HarkLifecycle", "HarkScreen", "HarkService",
                argumentParser,
            ]),

        // Level 4: the program.
        .executableTarget(
            name: "hark", dependencies: ["HarkCLI", "HarkConsole", "HarkScreen", "HarkService", "HarkTerminal"],
            swiftSettings: strict),

        // Tests of the rooms, then of the program as a whole.
        tests("HarkCore"), tests("HarkLearning"), tests("HarkScreen"),
        .target(
            name: "LanguageCorpora", dependencies: ["HarkCore", "HarkLanguage"], path: "Tests/LanguageCorpora",
            exclude: ["Dialogues", "Heard", "Phrases", "Talk"], swiftSettings: strict + optimised),
        tests("HarkLanguage", also: ["HarkCore", "LanguageCorpora"]),
        tests("HarkLifecycle", also: ["HarkCore"], exclude: ["Golden"]),
        tests("HarkPrediction", also: ["HarkCore", "HarkLearning"]),
        tests("HarkStore", also: ["HarkCore", grdb]),
        tests("HarkTerminal", also: ["HarkScreen", "CNcurses"]),
        tests(
            "HarkService",
            also: ["HarkCore", "HarkLanguage", "HarkStore", "HarkPrediction", "HarkLifecycle", "LanguageCorpora"]),
        tests(
            "HarkUI", also: ["HarkCore", "HarkLanguage", "HarkLifecycle", "HarkScreen"], exclude: ["Golden"]),
        tests("HarkConsole", also: ["HarkCore", "HarkLanguage", "HarkScreen", "HarkService", "HarkUI"]),
        .target(name: "HarkTestSupport", path: "Tests/Support", swiftSettings: strict),
        .testTarget(
            name: "HarkTests", dependencies: ["hark", "HarkTestSupport", "HarkUI"], swiftSettings: strict),
        .executableTarget(
            name: "hark-bench",
            dependencies: ["HarkCore", "HarkLanguage", "HarkLearning", "HarkTestSupport", "LanguageCorpora"],
            path: "Tests/Benchmarks", swiftSettings: strict),
    ]
)
