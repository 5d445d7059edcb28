import ScanHistory

/// What file names say, by the user's patterns or else by the first date in the path.
struct CaptureNames {
  let patterns: [NamePattern]

  func name(of path: String) -> CaptureName {
    for pattern in patterns {
      if let name = pattern.name(of: path) { return name }
    }
    var name = CaptureName()
    // A date in the file's name says more than one in a folder's.
    for part in path.split(separator: "/").reversed() {
      guard let (day, time) = CaptureName.moment(in: String(part)) else { continue }
      name.day = day
      name.time = time
      break
    }
    return name
  }
}
