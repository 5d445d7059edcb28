/// A review as a reader reads it, in one language, before it is HTML or Markdown.
///
/// Templates read these values by their names.
struct ReviewDocument {
  /// The language's code, for the page.
  var language: String
  /// What kind of report it is.
  var kind: String
  /// The title.
  var title: String
  /// What it rests on, in a few words each.
  var facts: [String]
  /// The sections, in the order of the report.
  var sections: [Section]
}

/// One numbered section.
struct Section {
  /// Its place, from one.
  var number = 0
  /// The address within the page.
  let id: String
  /// The heading.
  let title: String
  /// What it says.
  var blocks: [Block]
}

/// One piece of a section.
enum Block {
  /// A heading within the section.
  case heading(String)
  /// The question that the report answers.
  case question(String)
  /// The answer.
  case answer(String)
  /// Running text.
  case paragraph(String)
  /// What must not be overlooked.
  case notice(String)
  /// Points.
  case list([String])
  /// Figures in rows.
  case table(Table)
  /// A picture.
  case figure(Figure)
  /// An own post with what stood around it.
  case incident(Incident)
  /// Words and what they mean.
  case definitions([Definition])
  /// Something to type.
  case command(String)
}

/// A word and what it means.
struct Definition {
  let term: String
  let meaning: String
}

/// A table; on a narrow screen each row becomes a card.
struct Table {
  struct Column {
    let title: String
    var isNumber = false
    var isPicture = false

    static func text(_ title: String) -> Self { Self(title: title) }
    static func number(_ title: String) -> Self { Self(title: title, isNumber: true) }
    static func picture(_ title: String) -> Self { Self(title: title, isPicture: true) }
  }

  struct Row {
    let cells: [Cell]
  }

  struct Cell {
    var text = ""
    /// A digest, a rule's id and the like.
    var isCode = false
    /// The tier that colours it.
    var tier: String?
    /// A picture in the place of text, as SVG.
    var picture: String?
    /// Stands at the beginning of its row.
    var isHead = false
    var isNumber = false
    var isPicture = false
    /// The column's title, for narrow screens.
    var label = ""
  }

  let caption: String
  let columns: [Column]
  let rows: [Row]

  /// Lays cells out under the columns' titles; the first cell names its row.
  init(_ caption: String, columns: [Column], rows: [[Cell]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows.map { cells in
      Row(
        cells: zip(cells, columns).enumerated().map { place, pair in
          var (cell, column) = pair
          cell.isHead = place == 0
          cell.isNumber = column.isNumber
          cell.isPicture = column.isPicture
          cell.label = column.title
          return cell
        })
    }
  }
}

extension Table.Cell: ExpressibleByStringLiteral {
  init(stringLiteral text: String) {
    self.text = text
  }

  /// A digest, a rule's id and the like.
  static func code(_ text: String) -> Self { Self(text: text, isCode: true) }

  /// A cell that holds text.
  init(_ text: String) {
    self.text = text
  }
}

/// A picture with what it says in words.
struct Figure {
  /// What the picture shows, for those who do not see it.
  let description: String
  /// How to read it.
  let caption: String
  /// The picture, as SVG.
  let picture: String
  /// What the marks mean.
  var legend: [Key] = []
  /// Whether the picture is a row of pieces that wraps.
  var isStrip = false

  struct Key {
    let picture: String
    let meaning: String
  }
}
