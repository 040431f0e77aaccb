import Diagnostics
import PropertyGraph

/// `CALL procedure(...)` and statements of extensions.
extension Analyzer {
  func bindCall(
    _ call: Clause.ProcedureCall, _ scope: inout Scope, _ clauses: inout [BoundClause],
    isStandalone: Bool
  ) throws(Diagnostic) -> [(name: Text, slot: Slot)] {
    guard let procedure = catalogue.procedures.first(where: { $0.name == call.name.text }) else {
      throw problem(
        UnsupportedNames.procedure(call.name.text)
          ?? SemanticsWording.procedureNotFound(
            call.name.text, known: catalogue.procedures.map(\.name)),
        at: call.name.span)
    }
    if catalogue.isReadOnly, procedure.isUpdating {
      throw problem(SemanticsWording.readOnly("`\(procedure.name)`"), at: call.name.span)
    }
    let arguments = try bindArguments(call, procedure, scope, isStandalone: isStandalone)
    let outputs = procedure.outputs.map {
      (name: $0.name, type: InferredType(declared: $0.type), isShown: true)
    }
    let (yields, columns) = try bindYield(
      call.yield, outputs, of: call.name.text, &scope, isStandalone: isStandalone,
      allowsAll: isStandalone)
    let predicate = try bindYieldPredicate(call.yield, scope)
    clauses.append(
      .call(
        ProcedureInvocation(procedure: procedure, arguments: arguments, yields: yields),
        predicate: predicate))
    return columns
  }

  private func bindArguments(
    _ call: Clause.ProcedureCall, _ procedure: Procedure, _ scope: Scope, isStandalone: Bool
  ) throws(Diagnostic) -> [BoundExpression] {
    guard let arguments = call.arguments else {
      if !isStandalone, !procedure.inputs.isEmpty || call.yield != nil {
        throw problem(SemanticsWording.implicitArguments(procedure.name), at: call.name.span)
      }
      return procedure.inputs.map { input in
        noteParameter(input.name)
        return BoundExpression(.parameter(input.name), call.name.span)
      }
    }
    guard arguments.count == procedure.inputs.count else {
      let count = procedure.inputs.count
      throw problem(
        SemanticsWording.argumentCount(
          procedure.name, wanted: count...count, got: arguments.count),
        at: call.span)
    }
    var bound: [BoundExpression] = []
    for (argument, input) in zip(arguments, procedure.inputs) {
      let typed = try bind(argument, ExpressionContext(scope))
      guard typed.type.mayFit(declared: input.type) else {
        throw problem(
          SemanticsWording.argumentType(
            "`\(input.name)` of `\(procedure.name)`", wanted: input.type.string,
            got: typed.type),
          at: argument.span)
      }
      bound.append(typed.expression)
    }
    return bound
  }

  func bindExtension(
    _ call: Clause.ExtensionCall, _ scope: inout Scope, _ clauses: inout [BoundClause],
    isStandalone: Bool
  ) throws(Diagnostic) -> [(name: Text, slot: Slot)] {
    guard let definition = extensions.first(where: { $0.keyword == call.name }) else {
      throw problem(
        SemanticsWording.procedureNotFound(call.name, known: extensions.map(\.keyword)),
        at: call.span)
    }
    for argument in call.arguments { noteParameters(in: argument) }
    let bound: any BoundExtension
    do {
      bound = try definition.bind(call.arguments, mode: mode)
    } catch {
      throw error.span == nil ? problem(error, at: call.span) : error.inSource(source)
    }
    let outputs = bound.columns.map {
      (name: $0.name, type: InferredType.any, isShown: $0.isShownByDefault)
    }
    let (yields, columns) = try bindYield(
      call.yield, outputs, of: call.name, &scope, isStandalone: isStandalone, allowsAll: true)
    let predicate = try bindYieldPredicate(call.yield, scope)
    clauses.append(
      .extension(bound.reading(yields.map(\.column)), yields, predicate: predicate))
    return columns
  }

  private func noteParameters(in argument: Clause.ExtensionArgument) {
    func note(_ expression: Expression) {
      _ = expression.contains { part in
        if case .parameter(let name) = part.kind { self.noteParameter(name) }
        return false
      }
    }
    switch argument.content {
    case .expression(let expression): note(expression)
    case .pattern(_, let predicate): predicate.map(note)
    case .reference, .keyword: break
    }
  }

  /// The variables that a call binds; alone, all its outputs are columns.
  private func bindYield(
    _ yield: Clause.Yield?, _ outputs: [(name: Text, type: InferredType, isShown: Bool)],
    of name: Text, _ scope: inout Scope, isStandalone: Bool, allowsAll: Bool
  ) throws(Diagnostic) -> (
    yields: [(column: Int, slot: Slot)], columns: [(name: Text, slot: Slot)]
  ) {
    var wanted: [(column: Int, name: Name)] = []
    if let yield, yield.includesAll {
      if !allowsAll { throw problem(SemanticsWording.yieldAll(), at: yield.span) }
      wanted = outputs.enumerated().map { ($0.offset, Name($0.element.name, yield.span)) }
    } else if let yield {
      for item in yield.items {
        guard let column = outputs.firstIndex(where: { $0.name == item.column.text }) else {
          throw problem(
            SemanticsWording.unknownColumn(
              item.column.text, of: name, known: outputs.map(\.name)),
            at: item.column.span)
        }
        wanted.append((column, item.alias ?? item.column))
      }
    } else if isStandalone {
      for (column, output) in outputs.enumerated() where output.isShown {
        wanted.append((column, Name(output.name, 0..<0)))
      }
    }
    var yields: [(column: Int, slot: Slot)] = []
    var columns: [(name: Text, slot: Slot)] = []
    for (column, name) in wanted {
      try checkIsNew(name, scope)
      let slot = slots.make(outputs[column].type, name: name.text, mayBeNull: true)
      scope.variables[name.text] = slot
      yields.append((column, slot))
      columns.append((name.text, slot))
      if isStandalone { slots[slot].isRead = true }
    }
    return (yields, isStandalone ? columns : [])
  }

  private func bindYieldPredicate(
    _ yield: Clause.Yield?, _ scope: Scope
  ) throws(Diagnostic) -> BoundExpression? {
    guard let predicate = yield?.predicate else { return nil }
    return try bindPredicate(predicate, ExpressionContext(scope))
  }
}

extension InferredType {
  /// The type that a procedure declares, such as `INTEGER?`.
  init(declared type: Text) {
    var name = type.string.uppercased()
    if name.hasSuffix("?") { name.removeLast() }
    switch name {
    case "BOOLEAN": self = .boolean
    case "INTEGER": self = .integer
    case "FLOAT": self = .float
    case "NUMBER": self = .number
    case "STRING": self = .text
    case "MAP": self = .map
    case "NODE": self = .node
    case "RELATIONSHIP": self = .relationship
    case "PATH": self = .path
    case "DATE", "TIME", "LOCALTIME", "DATETIME", "LOCALDATETIME", "DURATION": self = .temporal
    default: self = name.hasPrefix("LIST") ? .list(.any) : .any
    }
  }

  /// Whether a value of this type can be an argument declared so.
  func mayFit(declared type: Text) -> Bool {
    if isOpen { return true }
    let wanted = InferredType(declared: type)
    switch wanted {
    case .any: return true
    case .float, .number: return isNumeric
    case .integer: return self == .integer || self == .number
    case .list: return mayBeList
    case .map: return self == .map || self == .node || self == .relationship
    default: return self == wanted
    }
  }
}
