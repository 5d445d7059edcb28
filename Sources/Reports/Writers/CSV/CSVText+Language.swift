import Spreadsheets

extension CSVText {
  /// German and French spreadsheets part cells with semicolons, as the comma is in their numbers.
  init(_ language: ReportLanguage) {
    self.init(decimalSign: language == .en ? "." : ",")
  }
}
