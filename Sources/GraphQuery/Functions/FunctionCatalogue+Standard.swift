import PropertyGraph

extension FunctionCatalogue {
  /// Every function of the language. Each group is a list in a file of its own.
  public static let standard = FunctionCatalogue(
    scalars: GraphFunctions.all + ListFunctions.all + TextFunctions.all + NumberFunctions.all
      + TrigonometricFunctions.all + ConversionFunctions.all + GeneralFunctions.all
      + TemporalFunctions.all + DurationFunctions.all,
    aggregates: CountingAggregates.all + SummingAggregates.all + DeviationAggregates.all
      + PercentileAggregates.all,
    operators: .standard)
}
