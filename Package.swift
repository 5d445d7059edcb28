// swift-tools-version:6.2
import PackageDescription

/// Every target of ours: Swift 6, nothing left to a warning, every unsafe operation spelled out.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

#if os(macOS)
  /// Homebrew keeps its headers where only pkg-config finds them.
  let simdjson: String? = "simdjson"
#else
  let simdjson: String? = nil
#endif

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

let package = Package(
  name: "alongside",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "alongside", targets: ["AlongsideCLI"]),
    .library(name: "Alongside", targets: ["Alongside"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    // C libraries, each behind a module map.
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .systemLibrary(
      name: "CVectorscan", pkgConfig: "libhs",
      providers: [.apt(["libvectorscan-dev"]), .brew(["vectorscan"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto",
      providers: [.apt(["libssl-dev"]), .brew(["openssl"])]),
    .systemLibrary(name: "CAllocator"),
    .systemLibrary(
      name: "CSimdJSONLibrary", pkgConfig: simdjson,
      providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]),
    .target(
      name: "CSimdJSON", dependencies: ["CSimdJSONLibrary"],
      linkerSettings: [.linkedLibrary("simdjson")]),

    // The way of a post, in order.
    .target(name: "Guarding", swiftSettings: strict),
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "JSONText", swiftSettings: strict),
    .target(name: "Spreadsheets", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(name: "Digests", dependencies: ["CCrypto"], swiftSettings: strict),
    .target(name: "Statistics", swiftSettings: strict),
    .target(
      name: "TimelineModel", dependencies: ["Statistics", "Diagnostics"], swiftSettings: strict),
    .target(
      name: "ExportReading",
      dependencies: ["Guarding", "CSimdJSON", "CArchive", "Digests", "Diagnostics"],
      swiftSettings: strict),
    .target(
      name: "TimelineFormats", dependencies: ["ExportReading", "TimelineModel", "Diagnostics"],
      swiftSettings: strict),
    .target(name: "CTextFolding"),
    .target(name: "TextFolding", dependencies: ["CTextFolding"], swiftSettings: strict),
    .target(
      name: "PatternEngine", dependencies: ["Guarding", "CPCRE2", "CVectorscan"],
      swiftSettings: strict),
    .target(
      name: "RulePacks",
      dependencies: [
        "Guarding", "PatternEngine", "TextFolding", "TimelineModel", "Diagnostics", "Digests", yams,
      ],
      swiftSettings: strict),
    .target(
      name: "RuleWorkbench",
      dependencies: [
        "RulePacks", "PatternEngine", "TextFolding", "ExportReading", "Statistics",
        "TimelineModel", "JSONText", "Diagnostics",
      ],
      swiftSettings: strict),
    .target(
      name: "AdjacencyScan",
      dependencies: [
        "Guarding", "RulePacks", "PatternEngine", "TextFolding", "TimelineFormats",
        "ExportReading", "TimelineModel", "JSONText", "Digests", "Diagnostics",
      ],
      swiftSettings: strict),
    .target(
      name: "ReviewFigures", dependencies: ["Statistics", "TimelineModel"], swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: [
        "TimelineModel", "JSONText", "Spreadsheets", "Digests", "Diagnostics", mustache,
      ],
      resources: [.embedInCode("Resources")], swiftSettings: strict),
    .target(
      name: "ScanHistory",
      dependencies: [
        "TimelineModel", "JSONText", "Spreadsheets", "Digests", "Diagnostics", grdb,
      ],
      swiftSettings: strict),
    .target(
      name: "Alongside",
      dependencies: [
        "AdjacencyScan", "RulePacks", "PatternEngine", "TimelineFormats", "ReviewFigures",
        "Statistics", "Reports", "TimelineModel", "Digests", "Diagnostics",
      ],
      swiftSettings: strict),
    .target(
      name: "NightlyBatch",
      dependencies: [
        "Alongside", "AdjacencyScan", "RulePacks", "TimelineFormats", "ScanHistory",
        "PeriodReview", "TimelineModel", "Digests", "Diagnostics",
      ],
      swiftSettings: strict),
    .target(
      name: "PeriodReview",
      dependencies: [
        "Alongside", "AdjacencyScan", "RulePacks", "ReviewFigures", "ScanHistory", "Statistics",
        "TimelineModel", "Diagnostics",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "AlongsideCLI",
      dependencies: [
        "Alongside", "NightlyBatch", "PeriodReview", "ScanHistory", "RuleWorkbench", "RulePacks",
        "Reports", "TimelineModel", "Guarding", "Diagnostics", "CAllocator", argumentParser,
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "AlongsideBench",
      dependencies: [
        "Alongside", "RulePacks", "PatternEngine", "TextFolding", "TimelineFormats",
        "ExportReading", "TimelineModel",
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport", dependencies: ["Alongside", "JSONText", "TimelineModel"],
      path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "JSONText", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TimelineModelTests", dependencies: ["TimelineModel", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Statistics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "AdjacencyScanTests",
      dependencies: [
        "AdjacencyScan", "Alongside", "Reports", "ReviewFigures", "TimelineModel", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "Spreadsheets", "ReviewFigures", "Alongside", "TimelineModel", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AlongsideTests",
      dependencies: ["Alongside", "RulePacks", "TimelineModel", "Diagnostics", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ScanHistoryTests",
      dependencies: [
        "ScanHistory", "NightlyBatch", "PeriodReview", "ReviewFigures", "Reports", "Alongside",
        "TimelineModel", "Digests", "Diagnostics", "TestSupport", grdb,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CLITests", dependencies: ["Alongside", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ExportReadingTests", dependencies: ["ExportReading", "Digests"],
      swiftSettings: strict),
    .testTarget(
      name: "TimelineFormatsTests",
      dependencies: ["TimelineFormats", "ExportReading", "TimelineModel"],
      swiftSettings: strict),
    .testTarget(name: "TextFoldingTests", dependencies: ["TextFolding"], swiftSettings: strict),
    .testTarget(
      name: "PatternEngineTests", dependencies: ["PatternEngine"], swiftSettings: strict),
    .testTarget(
      name: "RulePacksTests",
      dependencies: ["RulePacks", "PatternEngine", "TextFolding", "TimelineModel", "Diagnostics"],
      swiftSettings: strict),
    .testTarget(
      name: "RuleWorkbenchTests",
      dependencies: [
        "RuleWorkbench", "Alongside", "RulePacks", "TimelineModel", "Diagnostics", "TestSupport",
      ],
      swiftSettings: strict),
  ],
  cxxLanguageStandard: .cxx17
)
