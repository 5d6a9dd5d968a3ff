internal import Foundation
internal import NewsModel

/// The attributes of an annotation as a JSON object, names in order.
enum AttributesJSON {
  static func text(_ attributes: [String: AttributeValue]) -> String {
    if attributes.isEmpty { return "{}" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let plain = attributes.mapValues(PlainValue.init)
    let data = (try? encoder.encode(plain)) ?? Data("{}".utf8)
    return String(decoding: data, as: UTF8.self)
  }

  static func attributes(_ json: String) -> [String: AttributeValue] {
    if json == "{}" { return [:] }
    let values = try? JSONDecoder().decode([String: PlainValue].self, from: Data(json.utf8))
    return (values ?? [:]).mapValues(\.value)
  }

  /// A value written as JSON's own string, number or boolean.
  private struct PlainValue: Codable {
    let value: AttributeValue

    init(_ value: AttributeValue) { self.value = value }

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        value = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        value = .number(number)
      } else {
        value = .text(try container.decode(String.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch value {
      case .text(let text): try container.encode(text)
      case .number(let number): try container.encode(number)
      case .flag(let flag): try container.encode(flag)
      }
    }
  }
}
