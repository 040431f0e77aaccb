// swift-tools-version: 6.2
import PackageDescription

/// Strict everywhere: our own targets build without a single warning.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A room of the house with its tests beside it.
func room(
  _ name: String, uses dependencies: [Target.Dependency] = [], excluding pages: [String] = []
) -> Target {
  .target(
    name: name, dependencies: dependencies, exclude: ["README.md"] + pages, swiftSettings: strict)
}

func tests(_ name: String, uses dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: "\(name)Tests", dependencies: dependencies, swiftSettings: strict)
}

let package = Package(
  name: "realist",
  products: [
    .executable(name: "realist", targets: ["realist"]),
    .library(name: "GraphQuery", targets: ["GraphQuery"]),
    .library(name: "StudySession", targets: ["StudySession"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    room("SystemFiles"),
    room("Diagnostics"),
    room("PropertyGraph", uses: ["Diagnostics"]),
    room(
      "GraphQuery", uses: ["PropertyGraph", "Diagnostics", "SystemFiles"],
      excluding: ["Reference"]),
    room("GraphStore", uses: ["PropertyGraph", "Diagnostics", "SystemFiles", "CSQLite"]),
    room(
      "RealistEvaluation", uses: ["GraphQuery", "PropertyGraph", "Diagnostics"],
      excluding: ["Reference"]),
    tests(
      "RealistEvaluation",
      uses: ["RealistEvaluation", "GraphQuery", "PropertyGraph", "Diagnostics"]),
    room(
      "StudyFiles",
      uses: [
        "RealistEvaluation", "GraphStore", "PropertyGraph", "Diagnostics", "SystemFiles", "CYAML",
      ]),
    room(
      "StudySession",
      uses: [
        "StudyFiles", "GraphStore", "RealistEvaluation", "GraphQuery", "PropertyGraph",
        "Diagnostics", "SystemFiles",
      ]),
    room("Interchange", uses: ["GraphStore", "PropertyGraph", "Diagnostics", "SystemFiles"]),
    tests("Interchange", uses: ["Interchange", "GraphStore", "PropertyGraph", "Diagnostics"]),
    room(
      "Reports",
      uses: [
        "RealistEvaluation", "PropertyGraph", "Diagnostics", "SystemFiles",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    .target(name: "CLineEditing", exclude: ["README.md"]),
    room(
      "Shell",
      uses: [
        "CLineEditing", "StudySession", "StudyFiles", "Reports", "RealistEvaluation", "GraphQuery",
        "PropertyGraph", "Diagnostics", "SystemFiles",
      ]),
    tests(
      "Shell",
      uses: [
        "GraphTesting", "Shell", "StudySession", "StudyFiles", "GraphQuery", "PropertyGraph",
        "Diagnostics", "SystemFiles",
      ]),
    .target(
      name: "GraphTesting", dependencies: ["PropertyGraph", "Diagnostics", "SystemFiles"],
      path: "Tests/GraphTesting", swiftSettings: strict),
    tests("SystemFiles", uses: ["GraphTesting", "SystemFiles"]),
    tests("Diagnostics", uses: ["Diagnostics"]),
    tests("GraphQuery", uses: ["GraphQuery", "PropertyGraph", "Diagnostics", "SystemFiles"]),
    tests("PropertyGraph", uses: ["GraphTesting", "PropertyGraph", "Diagnostics"]),
    tests("GraphStore", uses: ["GraphTesting", "GraphStore", "PropertyGraph", "Diagnostics"]),
    tests("Tidy", uses: ["SystemFiles"]),
    tests(
      "Conformance",
      uses: [
        "GraphTesting", "realist", "GraphStore", "GraphQuery", "PropertyGraph", "Diagnostics",
        "SystemFiles",
      ]),
    tests(
      "StudyFiles",
      uses: ["GraphTesting", "StudyFiles", "RealistEvaluation", "PropertyGraph", "Diagnostics"]),
    tests(
      "StudySession",
      uses: [
        "GraphTesting", "StudySession", "StudyFiles", "GraphStore", "RealistEvaluation",
        "GraphQuery", "PropertyGraph", "Diagnostics", "SystemFiles",
      ]),
    .testTarget(
      name: "StudyTests",
      dependencies: [
        "realist", "Reports", "StudySession", "StudyFiles", "RealistEvaluation", "GraphQuery",
        "PropertyGraph", "Diagnostics", "SystemFiles",
      ], exclude: ["Demonstration", "Golden"], swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: [
        "GraphTesting", "realist", "RealistEvaluation", "PropertyGraph", "SystemFiles",
      ],
      exclude: ["Fixture", "Transcripts"], swiftSettings: strict),
    tests(
      "Reports",
      uses: [
        "GraphTesting", "Reports", "RealistEvaluation", "PropertyGraph", "Diagnostics",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
    // Times queries without pipes and JSON; `make benchmark` builds and runs it.
    .executableTarget(
      name: "realist-benchmark",
      dependencies: ["StudySession", "GraphQuery", "PropertyGraph", "Diagnostics"],
      path: "Benchmarks/InProcess", swiftSettings: strict),
    .executableTarget(
      name: "realist",
      dependencies: [
        "Shell", "StudySession", "StudyFiles", "Interchange", "Reports", "RealistEvaluation",
        "GraphStore", "GraphQuery", "PropertyGraph", "Diagnostics", "SystemFiles",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["README.md", "Documentation.docc"],
      swiftSettings: strict),
  ]
)
