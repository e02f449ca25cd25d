import Foundation
import FoundationXML

/// An answer about many resources (RFC 4918 §13), as far as it matters here.
struct Multistatus {
  /// What is said of one resource.
  struct Response {
    /// Its address, as the server writes it.
    fileprivate(set) var address = ""
    /// Its state.
    fileprivate(set) var etag: String?
    /// Its text.
    fileprivate(set) var calendar: String?
    /// Whether it is a calendar collection.
    fileprivate(set) var isCalendar = false
    /// Which components it takes; `nil` when it does not say.
    fileprivate(set) var components: [String]?

    /// Its address without the server's, and without escapes.
    var path: String { URL(string: address)?.path ?? address.removingPercentEncoding ?? address }

    /// What it is called in its collection.
    var name: String? { path.split(separator: "/").last.map(String.init) }
  }

  let responses: [Response]

  /// Reads an answer; `nil` for what is no multistatus in UTF-8.
  ///
  /// The parser reports one element after the other and keeps no tree. A document type is refused before
  /// anything is parsed: no answer needs one, and with it entities could make a long text of a short one.
  init?(_ octets: Data) {
    guard !octets.contains(0), octets.firstRange(of: Data("<!DOCTYPE".utf8)) == nil else { return nil }
    let reading = Reading()
    let parser = XMLParser(data: octets)
    parser.shouldProcessNamespaces = true
    parser.shouldResolveExternalEntities = false
    parser.delegate = reading
    // The parser is content with a text that breaks off; a list that does would seem to lack the rest.
    guard parser.parse(), reading.isWhole else { return nil }
    responses = reading.responses
  }

  /// What has been read so far.
  private final class Reading: NSObject, XMLParserDelegate {
    var responses: [Response] = []
    /// Whether the answer's root was there, and ended.
    var isWhole = false
    /// Of the properties that share one status, which comes last.
    private var stated = Response()
    private var path: [String] = []
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let element = "\(namespaceURI ?? "")|\(Self.local(name))"
      path.append(element)
      text = ""
      switch element {
      case "DAV:|response": responses.append(Response())
      case "DAV:|propstat": stated = Response()
      case "\(Self.caldav)|calendar" where path.dropLast().last == "DAV:|resourcetype":
        stated.isCalendar = true
      case "\(Self.caldav)|supported-calendar-component-set": stated.components = []
      case "\(Self.caldav)|comp":
        if let name = attributes["name"] { stated.components?.append(name) }
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, foundCDATA block: Data) {
      text += String(decoding: block, as: UTF8.self)
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      let element = path.popLast()
      if element == "DAV:|multistatus", path.isEmpty { isWhole = true }
      guard let last = responses.indices.last else { return }
      switch element {
      case "DAV:|href" where path.last == "DAV:|response":
        responses[last].address = text.trimmingCharacters(in: .whitespacesAndNewlines)
      case "DAV:|getetag": stated.etag = text.trimmingCharacters(in: .whitespacesAndNewlines)
      case "\(Self.caldav)|calendar-data": stated.calendar = text
      case "DAV:|status" where path.last == "DAV:|propstat":
        // `HTTP/1.1 200 OK`; what has another status has no value.
        if text.split(separator: " ").dropFirst().first != "200" { stated = Response() }
      case "DAV:|propstat":
        if let etag = stated.etag { responses[last].etag = etag }
        if let calendar = stated.calendar { responses[last].calendar = calendar }
        if stated.isCalendar { responses[last].isCalendar = true }
        if let components = stated.components { responses[last].components = components }
      default: break
      }
      text = ""
    }

    private static func local(_ name: String) -> Substring {
      name.split(separator: ":").last ?? Substring(name)
    }

    private static let caldav = "urn:ietf:params:xml:ns:caldav"
  }
}
