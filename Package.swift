// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is compiled alike: warnings and leaks between layers are errors.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A room of the house: it may import what it uses here, and only rooms that stand above it.
func room(_ name: String, uses dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// The tests of one room, in the folder that mirrors it.
func tests(of name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: name + "Tests",
    dependencies: [.byName(name: name), "SaysoTestSupport"]
      + (name == "NewsModel" ? [] : ["NewsModel"]) + dependencies,
    swiftSettings: strict
  )
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "sayso",
  products: [
    .executable(name: "sayso", targets: ["sayso"]),
    .library(
      name: "NewsExtraction",
      targets: ["NewsModel", "Reading", "Language", "Extraction", "Rules", "Store", "Comparison"]
    ),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
  ],
  targets: [
    // System libraries and C walls.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLuaLibrary", pkgConfig: "lua5.4", providers: [.apt(["liblua5.4-dev"])]),
    .target(name: "CLua", dependencies: ["CLuaLibrary"]),
    .target(name: "CReadline", linkerSettings: [.linkedLibrary("readline")]),
    .target(name: "CModels", exclude: ["weights"]),
    .target(name: "CPlugins"),

    // The house, lowest first.
    room("NewsModel", uses: []),
    room("Reading", uses: ["NewsModel", "CLibXML2"]),
    room("Language", uses: ["NewsModel", "CModels"]),
    room("Extraction", uses: ["NewsModel", "CModels", "Language"]),
    room("Rules", uses: ["NewsModel", "Language", "Extraction"]),
    room("Store", uses: ["NewsModel", "Reading", "Language", "Extraction", "Rules", grdb]),
    room("Comparison", uses: ["NewsModel", "Language", "Store"]),
    room("LuaHost", uses: ["CLua"]),
    room("Reporting", uses: ["NewsModel", "Rules", "Store", "Comparison"]),
    room(
      "Scripting",
      uses: [
        "NewsModel", "Reading", "Language", "Extraction", "Rules", "Store", "Comparison", "LuaHost",
        "Reporting", "CPlugins",
      ]
    ),
    room("Training", uses: ["NewsModel", "Reading", "Language", "Extraction", "Rules", "Store"]),
    room("Shell", uses: ["CReadline", "NewsModel", "Reporting", "Scripting"]),
    .executableTarget(
      name: "sayso",
      dependencies: [
        "NewsModel", "Reading", "Language", "Extraction", "Rules", "Store", "Comparison",
        "Reporting", "Scripting", "Training", "Shell", argumentParser,
      ],
      swiftSettings: strict
    ),

    // Tests mirror the house.
    .target(
      name: "SaysoTestSupport", dependencies: ["NewsModel"], path: "Tests/SaysoTestSupport",
      swiftSettings: strict),
    .target(name: "CSpawn", path: "Tests/CSpawn"),
    .target(
      name: "TerminalTestSupport", dependencies: ["CSpawn"], path: "Tests/TerminalTestSupport",
      swiftSettings: strict),
    tests(of: "NewsModel"),
    tests(of: "Reading"),
    tests(of: "Language"),
    tests(of: "Extraction", uses: ["CModels", "Reading", "Language"]),
    tests(of: "Rules", uses: ["Language", "Extraction"]),
    tests(of: "Store", uses: ["Reading", "Language", "Extraction", "Rules"]),
    tests(of: "Comparison", uses: ["Store", "Extraction"]),
    tests(of: "LuaHost"),
    tests(of: "Reporting", uses: ["Language", "Rules", "Store", "Comparison"]),
    tests(
      of: "Scripting", uses: ["LuaHost", "Store", "Extraction", "Reading", "Rules", "Reporting"]),
    tests(of: "Training", uses: ["Language", "Extraction"]),
    tests(of: "Shell", uses: ["ShellProbe", "TerminalTestSupport"]),
    .executableTarget(
      name: "ShellProbe", dependencies: ["Extraction", "Store", "Reporting", "Scripting", "Shell"],
      path: "Tests/ShellProbe", swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests",
      dependencies: ["SaysoTestSupport", "TerminalTestSupport", "NewsModel", "sayso"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)
