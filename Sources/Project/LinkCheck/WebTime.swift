/// Times of HTTP.
enum WebTime {
  /// How many seconds from `now` on a server wants to be left alone. (RFC 9110: Retry-After.)
  ///
  /// - Returns: nil if the text says no time.
  static func delay(_ text: String, now: Int) -> Double? {
    if let seconds = Double(text) { return seconds.isFinite && seconds >= 0 ? seconds : nil }
    return date(text).map { Double(max($0 - now, 0)) }
  }

  /// The seconds since 1970 of a date such as `Sun, 06 Nov 1994 08:49:37 GMT`.
  static func date(_ text: String) -> Int? {
    let parts = text.split(separator: " ")
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), (1...31).contains(day),
      let month = months.firstIndex(of: String(parts[2])), let year = Int(parts[3]),
      (1970...9999).contains(year)
    else { return nil }
    let time = parts[4].split(separator: ":").compactMap { Int($0) }
    guard time.count == 3, time.allSatisfy({ (0...60).contains($0) }) else { return nil }
    // Years that begin in March have their leap day at the end.
    let shifted = (month + 10) % 12
    let shiftedYear = month < 2 ? year - 1 : year
    let days =
      365 * shiftedYear + shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
      + (153 * shifted + 2) / 5 + day - 1 - 719468
    return days * 86400 + time[0] * 3600 + time[1] * 60 + time[2]
  }
}
