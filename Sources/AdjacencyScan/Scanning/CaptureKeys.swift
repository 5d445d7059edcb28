import TimelineModel

/// Numbers the captures that a batch's entries name; runs of one key cost one comparison each.
struct CaptureKeys {
  private(set) var names: [String] = []
  private var numbers: [String: Int] = [:]
  private var last: [UInt8] = []
  private var lastNumber = -1

  /// The number of an entry's capture.
  mutating func index(of key: ByteRange, in batch: PostBatch) -> Int {
    let bytes = batch.names[key.indices]
    if lastNumber >= 0, bytes.elementsEqual(last) { return lastNumber }
    let name = String(decoding: bytes, as: UTF8.self)
    let number = numbers[name] ?? names.count
    if number == names.count {
      names.append(name)
      numbers[name] = number
    }
    last = Array(bytes)
    lastNumber = number
    return number
  }
}
