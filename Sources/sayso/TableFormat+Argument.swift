public import ArgumentParser
public import Reporting

extension TableFormat: ExpressibleByArgument {
  /// Reads a format by any of its names.
  public init?(argument: String) { self.init(named: argument) }
}
