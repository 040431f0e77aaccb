import Glibc

/// All of an open descriptor, however many calls that takes.
public enum OpenFile {
  private static let chunk = 65_536

  /// Writes all bytes. Throws when the system takes no more of them; some are written then.
  public static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
  ) throws(SystemFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, part.baseAddress, part.count)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .last
      }
    }
  }

  /// Writes all bytes. Throws when the system takes no more of them; some are written then.
  public static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFailure) {
    let failure = bytes.withUnsafeBytes { buffer -> SystemFailure? in
      do throws(SystemFailure) {
        try write(buffer, to: descriptor)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// Reads to the end, or until there are `limit` bytes. O(bytes read).
  public static func read(
    _ descriptor: Int32, limit: Int = .max
  ) throws(SystemFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: min(Self.chunk, limit))
    while bytes.count < limit {
      let count = Glibc.read(descriptor, &chunk, min(chunk.count, limit - bytes.count))
      if count == 0 { break }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        throw .last
      }
    }
    return bytes
  }
}
