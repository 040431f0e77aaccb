public import GraphQuery
public import PropertyGraph
public import Reports

/// What a person may choose about a session.
public struct ShellSettings {
  /// How results are written.
  public var format: TableFormat
  /// Columns of results; `nil`: those of the terminal.
  public var width: Int?
  /// What stands for null in tables.
  public var nullText: String
  /// Whether rows and time are counted below a result.
  public var showsTime: Bool
  /// Whether a result longer than the terminal goes to a pager.
  public var usesPager: Bool
  /// What a statement may use.
  public var limits: QueryLimits
  /// Values of parameters.
  public var parameters: PropertyMap

  /// The defaults suit a person at a terminal.
  public init(
    format: TableFormat = .table, width: Int? = nil, nullText: String = "null",
    showsTime: Bool = true,
    usesPager: Bool = true, limits: QueryLimits = QueryLimits(),
    parameters: PropertyMap = PropertyMap()
  ) {
    self.format = format
    self.width = width
    self.nullText = nullText
    self.showsTime = showsTime
    self.usesPager = usesPager
    self.limits = limits
    self.parameters = parameters
  }
}
