import PropertyGraph

/// Writes a tree out as steps. Repetitions with bounds are written out in full, so the number of
/// steps is limited.
struct RegexCompiler {
  private(set) var program: [RegexInstruction] = []
  private(set) var classes: [CompiledClass] = []
  private let pattern: Text

  init(pattern: Text) { self.pattern = pattern }

  private mutating func append(_ instruction: RegexInstruction) throws(EvaluationError) {
    guard program.count < Regex.largestProgram else {
      throw RegexWording.tooLarge(pattern, limit: Regex.largestProgram)
    }
    program.append(instruction)
  }

  mutating func emit(_ tree: RegexTree) throws(EvaluationError) {
    switch tree {
    case .empty: break
    case .scalar(let scalar): try append(.scalar(scalar))
    case .set(let set):
      classes.append(CompiledClass(set))
      try append(.set(classes.count - 1))
    case .assertion(let assertion): try append(.assert(assertion))
    case .sequence(let parts):
      for part in parts { try emit(part) }
    case .alternatives(let options): try emit(alternatives: options)
    case .repetition(let part, let atLeast, let atMost):
      for _ in 0..<atLeast { try emitCopy(of: part) }
      if let atMost {
        try emitOptional(part, times: atMost - atLeast)
      } else {
        try emitLoop(part)
      }
    }
  }

  /// A copy of something empty still costs a step, so that `(){1000000000}` meets the limit.
  private mutating func emitCopy(of part: RegexTree) throws(EvaluationError) {
    let start = program.count
    try emit(part)
    if program.count == start { try append(.jump(start + 1)) }
  }

  private mutating func emit(alternatives: [RegexTree]) throws(EvaluationError) {
    var exits: [Int] = []
    for (index, option) in alternatives.enumerated() {
      guard index < alternatives.count - 1 else {
        try emit(option)
        break
      }
      let split = program.count
      try append(.split(split + 1, split + 1))
      try emit(option)
      exits.append(program.count)
      try append(.jump(0))
      program[split] = .split(split + 1, program.count)
    }
    for exit in exits { program[exit] = .jump(program.count) }
  }

  private mutating func emitOptional(
    _ part: RegexTree, times: Int
  ) throws(EvaluationError) {
    var splits: [Int] = []
    for _ in 0..<times {
      splits.append(program.count)
      try append(.split(program.count + 1, 0))
      try emit(part)
    }
    for split in splits { program[split] = .split(split + 1, program.count) }
  }

  private mutating func emitLoop(_ part: RegexTree) throws(EvaluationError) {
    let split = program.count
    try append(.split(split + 1, 0))
    try emit(part)
    try append(.jump(split))
    program[split] = .split(split + 1, program.count)
  }
}
