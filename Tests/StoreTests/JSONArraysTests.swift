import NewsModel
import Testing

@testable import Store

@Suite struct JSONArraysTests {
  @Test(
    "gives back the texts that it wrote",
    arguments: [
      [], [""], ["Reuters"], ["a", "b, c"], ["“ä”", "\"q\"", "\\", "new\nline\u{1}"], ["[1]", "]"],
    ])
  func texts(_ texts: [String]) {
    #expect(JSONArrays.texts(JSONArrays.text(texts)) == texts)
  }

  @Test(
    "gives back the spans that it wrote",
    arguments: [[], [ByteRange(0, 0)], [ByteRange(3, 9), ByteRange(10, 4_000_000_000)]])
  func ranges(_ ranges: [ByteRange]) {
    #expect(JSONArrays.ranges(JSONArrays.text(ranges)) == ranges)
  }

  @Test(
    "reads damaged arrays without harm",
    arguments: [
      "[", "[[1", "[[5,2]]", "[\"a", "[\"\\", "[\"\\u12", "]]]", "99999999999999999999999",
    ])
  func damaged(_ json: String) {
    _ = JSONArrays.texts(json)
    #expect(JSONArrays.ranges(json) == [])
  }
}
