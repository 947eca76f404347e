internal import Foundation

/// The probability that belongs to log-odds.
public func sigmoid(_ logOdds: Double) -> Double { 1 / (1 + exp(-logOdds)) }

/// The log-odds that belong to a probability in `0...1`; infinite at both ends.
public func logit(_ probability: Double) -> Double { log(probability / (1 - probability)) }

/// The natural logarithm; here so that one file alone needs the C library.
func naturalLog(_ value: Double) -> Double { log(value) }

/// log(1 + exp(x)) without overflow: the loss of a negative row with log-odds x.
func softplus(_ value: Double) -> Double { max(value, 0) + log1p(exp(-abs(value))) }
