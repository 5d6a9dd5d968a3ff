internal import Reporting
internal import Scripting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension DotCommand {
  static func help(_ argument: String, _ session: Session) -> Session.Step {
    if argument.isEmpty {
      var table = Table(columns: ["command", Column("what it does")])
      for command in all {
        let parameters = command.parameters.isEmpty ? "" : " " + command.parameters
        table.append([.text("." + command.name + parameters), .text(command.summary)])
      }
      session.show(.table(table), isWhole: true, as: .table)
      let overview = session.interpreter.help("")
      if let overview { session.show(.text("\n" + overview)) }
      return .done
    }
    if let command = all.first(where: { "." + $0.name == argument }) {
      session.show(.text(".\(command.name) \(command.parameters)\n  \(command.summary)"))
      return .done
    }
    guard let text = session.interpreter.help(argument) else {
      return fail(
        "there is no documentation of '\(argument)'", hint: "? alone shows where to begin", session)
    }
    session.show(.text(text))
    return .done
  }

  static func last(_ argument: String, _ session: Session) -> Session.Step {
    guard let echo = session.lastEcho else { return fail("there is no result yet", session) }
    let words = argument.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard let name = words.first else {
      session.show(echo, isWhole: true)
      return .done
    }
    guard let format = TableFormat(named: name) else { return unknownFormat(name, session) }
    guard words.count == 2 else {
      session.show(echo, isWhole: true, as: format)
      return .done
    }
    let text: String
    switch echo {
    case .text(let words): text = words + "\n"
    case .table(let table): text = table.rendered(as: format)
    }
    return write(text, to: words[1], overwrites: true, session) {
      "wrote \(words[1]) (\(text.utf8.count) bytes)"
    }
  }

  static func format(_ argument: String, _ session: Session) -> Session.Step {
    if !argument.isEmpty {
      guard let format = TableFormat(named: argument) else {
        return unknownFormat(argument, session)
      }
      session.format = format
    }
    session.remark("results are shown as \(session.format.rawValue)")
    return .done
  }

  static func load(_ argument: String, _ session: Session) -> Session.Step {
    guard !argument.isEmpty else { return fail(".load needs a file", session) }
    return session.present { interpreter, write in interpreter.load(argument, output: write) }
  }

  static func save(_ argument: String, _ session: Session) -> Session.Step {
    guard !argument.isEmpty else {
      return fail(".save needs a name", hint: ".save who-is-quoted", session)
    }
    let inputs = session.keptInputs
    guard !inputs.isEmpty else { return fail("nothing ran since the last .save", session) }
    let path = argument.hasSuffix(".lua") ? argument : argument + ".lua"
    let name = path.split(separator: "/").last.map { String($0.dropLast(4)) } ?? argument
    let script = session.interpreter.script(from: inputs, named: name)
    let step = write(script, to: path, overwrites: false, session) {
      "wrote \(path) (\(inputs.count) input\(inputs.count == 1 ? "" : "s"))"
    }
    if step == .done { session.forgetInputs() }
    return step
  }

  static func history(_ argument: String, _ session: Session) -> Session.Step {
    guard let history = session.history else { return fail("there is no history here", session) }
    guard let count = argument.isEmpty ? 20 : Int(argument), count > 0 else {
      return fail("'\(argument)' is no number of inputs", session)
    }
    let entries = history.last(count)
    let width = entries.last.map { String($0.number).count } ?? 0
    for (number, input) in entries {
      let label = String(number)
      let margin = String(repeating: " ", count: width - label.count) + label + "  "
      let lines = input.split(separator: "\n", omittingEmptySubsequences: false)
      let indent = "\n" + String(repeating: " ", count: width + 2)
      session.output.write(margin + lines.joined(separator: indent) + "\n")
    }
    return .done
  }

  static func timer(_ argument: String, _ session: Session) -> Session.Step {
    switch argument {
    case "": session.showsTime.toggle()
    case "on": session.showsTime = true
    case "off": session.showsTime = false
    default: return fail(".timer is on or off, not '\(argument)'", session)
    }
    session.remark("the timer is \(session.showsTime ? "on" : "off")")
    return .done
  }

  private static func unknownFormat(_ name: String, _ session: Session) -> Session.Step {
    fail("there is no format '\(name)'", hint: "one of \(formats)", session)
  }

  private static func write(
    _ text: String, to path: String, overwrites: Bool, _ session: Session, remark: () -> String
  ) -> Session.Step {
    let flags = O_WRONLY | O_CREAT | O_CLOEXEC | (overwrites ? O_TRUNC : O_EXCL)
    let descriptor = open(path, flags, 0o644)
    guard descriptor >= 0 else {
      let hint = errno == EEXIST ? "choose another name, or remove the file first" : nil
      return fail("cannot write \(path): \(String(cString: strerror(errno)))", hint: hint, session)
    }
    defer { close(descriptor) }
    let file = Output(descriptor)
    file.write(text)
    file.flush()
    if let fault = file.fault {
      return fail("cannot write \(path): \(String(cString: strerror(fault)))", session)
    }
    session.remark(remark())
    return .done
  }
}
