public import PropertyGraph

/// A date as documents print it: a year, a month of a year, or a day. Two dates compare only where
/// they do not overlap: `2024` is neither before nor after `2024-09`.
public struct PartialDate: Sendable, Hashable {
  /// The first day it may mean, as year × 10,000 + month × 100 + day.
  public let earliest: Int
  /// The last day it may mean, in the same form.
  public let latest: Int

  /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `nil` for anything else, impossible days included.
  public init?(_ text: Text) {
    let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard (1...3).contains(fields.count), let year = Self.number(fields[0], digits: 4) else {
      return nil
    }
    var firstMonth = 1
    var lastMonth = 12
    if fields.count > 1 {
      guard let month = Self.number(fields[1], digits: 2), (1...12).contains(month) else {
        return nil
      }
      firstMonth = month
      lastMonth = month
    }
    var firstDay = 1
    var lastDay = Self.days(inMonth: lastMonth, of: year)
    if fields.count > 2 {
      guard let day = Self.number(fields[2], digits: 2), (1...lastDay).contains(day) else {
        return nil
      }
      firstDay = day
      lastDay = day
    }
    earliest = year * 10_000 + firstMonth * 100 + firstDay
    latest = year * 10_000 + lastMonth * 100 + lastDay
  }

  /// Whether every day it may mean lies before every day the other may mean.
  public func isBefore(_ other: PartialDate) -> Bool { latest < other.earliest }

  private static func number(_ digits: Substring.UTF8View.SubSequence, digits count: Int) -> Int? {
    guard digits.count == count else { return nil }
    var number = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      number = number * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return number
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }
}
