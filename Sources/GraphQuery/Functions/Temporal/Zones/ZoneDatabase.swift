import Glibc
import PropertyGraph
import Synchronization
import SystemFiles

/// The zones of the system, read when first named and kept.
final class ZoneDatabase: Sendable {
  /// The zones where the system keeps them.
  static let system = ZoneDatabase(
    directory: getenv("TZDIR").map { String(cString: $0) } ?? "/usr/share/zoneinfo")

  /// Zones that need no file.
  private static let universal: Set<Text> = [
    "UTC", "GMT", "UCT", "Universal", "Zulu", "Etc/UTC", "Etc/GMT", "Etc/UCT", "Etc/Universal",
    "Etc/Zulu", "Greenwich", "Etc/Greenwich", "GMT0", "Etc/GMT0",
  ]

  private let directory: String
  private let known = Mutex<[Text: ZoneRules]>([:])

  init(directory: String) { self.directory = directory }

  /// The rules of a zone by its name, such as `Europe/London`.
  func rules(named name: Text) throws(EvaluationError) -> ZoneRules {
    if Self.universal.contains(name) { return ZoneRules(fixed: 0) }
    if let rules = known.withLock({ $0[name] }) { return rules }
    guard Self.isWellFormed(name) else { throw TemporalWording.unknownZone(name) }
    let file = Self.merged[name] ?? name
    guard let bytes = try? WholeFile.read("\(directory)/\(file)") else {
      throw access("\(directory)/Etc/UTC", R_OK) == 0 || access("\(directory)/tzdata.zi", R_OK) == 0
        ? TemporalWording.unknownZone(name) : TemporalWording.noZones(name, directory)
    }
    guard let rules = ZoneFileReader.rules(in: bytes) else {
      throw TemporalWording.damagedZone(name, "\(directory)/\(file)")
    }
    known.withLock { $0[name] = rules }
    return rules
  }

  /// Letters, digits, `_`, `+` and `-` between slashes: no name leads out of the folder.
  private static func isWellFormed(_ name: Text) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.allSatisfy { byte in
          switch byte {
          case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
          default: "_+-".utf8.contains(byte)
          }
        }
    }
  }

  /// Zones that the database of the world (2022b and later) merged into another with the same
  /// history since 1970. Debian still ships the older, separate history; the openCypher kit expects
  /// the merged one (`+00:53:28` for Europe/Stockholm in 1818, which is Berlin's).
  private static let merged: [Text: Text] = [
    "Europe/Stockholm": "Europe/Berlin", "Europe/Oslo": "Europe/Berlin",
    "Europe/Copenhagen": "Europe/Berlin", "Arctic/Longyearbyen": "Europe/Berlin",
    "Atlantic/Jan_Mayen": "Europe/Berlin", "Europe/Amsterdam": "Europe/Brussels",
    "Europe/Luxembourg": "Europe/Brussels", "Europe/Monaco": "Europe/Paris",
    "Atlantic/Reykjavik": "Africa/Abidjan", "Iceland": "Africa/Abidjan",
    "Asia/Kuala_Lumpur": "Asia/Singapore", "Asia/Brunei": "Asia/Kuching",
    "Indian/Christmas": "Asia/Bangkok", "Indian/Cocos": "Asia/Yangon",
    "Indian/Kerguelen": "Indian/Maldives", "Indian/Mahe": "Asia/Dubai",
    "Indian/Reunion": "Asia/Dubai", "Pacific/Chuuk": "Pacific/Port_Moresby",
    "Pacific/Pohnpei": "Pacific/Guadalcanal", "Pacific/Majuro": "Pacific/Tarawa",
    "Pacific/Funafuti": "Pacific/Tarawa", "Pacific/Wake": "Pacific/Tarawa",
    "Pacific/Wallis": "Pacific/Tarawa", "Antarctica/DumontDUrville": "Pacific/Port_Moresby",
    "Antarctica/Syowa": "Asia/Riyadh",
  ]
}
