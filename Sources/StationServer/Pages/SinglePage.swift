/// A page of one section, as the template of reports names it.
struct SinglePage {
  let title: String
  var head: [String] = []
  let sections: [Section]
  var pictures: [PictureView] = []
  var notes: [String] = []

  /// The only section, whose heading is the page's.
  struct Section {
    var paragraphs: [String] = []
    let tables: [TableView]
  }

  /// A page with some tables.
  init(title: String, head: [String] = [], tables: [TableView]) {
    self.title = title
    self.head = head
    sections = [Section(tables: tables)]
  }
}
