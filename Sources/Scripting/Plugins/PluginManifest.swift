/// What a plugin says of itself: data, read without running a line of it.
///
/// It stands at the beginning of the plugin's file, a Lua table of constants:
///
///     plugin {
///       name = "money", version = "1.0", api = 1, license = "Apache-2.0",
///       summary = "Sums of money with their currency.",
///       needs = {},
///       options = { minimum = { type = "number", default = 0, summary = "the least sum that counts" } },
///       examples = { "It cost <<$5 million>>." },
///     }
public struct PluginManifest: Sendable, Hashable {
  /// What a plugin may be granted beyond the sandbox; the analyst sees it in `sayso plugin list`.
  public enum Need: String, Sendable, Hashable, CaseIterable {
    /// Reading files in its own folder and in the folder that the analyst works in, modules beside it, and
    /// the clock.
    case files
  }

  /// The value of an option.
  public enum Value: Sendable, Hashable, CustomStringConvertible {
    /// A number.
    case number(Double)
    /// Text, or one of a choice.
    case text(String)
    /// True or false.
    case flag(Bool)

    /// The value as it is written on the command line.
    public var description: String {
      switch self {
      case .number(let number):
        number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
      case .text(let text): text
      case .flag(let flag): "\(flag)"
      }
    }
  }

  /// Something that the analyst can set.
  public struct Option: Sendable, Hashable {
    /// What values it takes.
    public enum Kind: Sendable, Hashable {
      /// A number.
      case number
      /// Any text.
      case string
      /// True or false.
      case boolean
      /// One of several words.
      case choice([String])

      /// The name as it stands in a manifest.
      public var name: String {
        switch self {
        case .number: "number"
        case .string: "string"
        case .boolean: "boolean"
        case .choice: "choice"
        }
      }
    }

    /// The name.
    public var name: String
    /// What values it takes.
    public var kind: Kind
    /// The value where nothing is set.
    public var initial: Value
    /// What it is for, in a few words.
    public var summary: String
  }

  /// The name: small letters, digits, `-` and `_`.
  public var name: String
  /// The version, such as `1.2`.
  public var version: String
  /// The lowest level of Sayso's interface that it works with.
  public var api: Int
  /// What it does, in one sentence.
  public var summary: String
  /// The licence, as an SPDX expression.
  public var license: String
  /// What it needs beyond the sandbox, in order.
  public var needs: [Need]
  /// Its options, sorted by name.
  public var options: [Option]
  /// Texts with `<<…>>` around all that it marks in them.
  public var examples: [String]
}
