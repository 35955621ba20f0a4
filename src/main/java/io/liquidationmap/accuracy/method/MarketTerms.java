package io.liquidationmap.accuracy.method;

import io.liquidationmap.market.ContractType;
import io.liquidationmap.market.Interval;
import io.liquidationmap.market.MarginSchedule;

/// What is known of a market before its first bar.
///
/// @param interval the length of its bars
/// @param contract linear or inverse
/// @param margin its margin tiers
/// @param positions what no exchange publishes: for bounds alone, a method of use must not look at them
public record MarketTerms(Interval interval, ContractType contract, MarginSchedule margin, KnownPositions positions) {}
