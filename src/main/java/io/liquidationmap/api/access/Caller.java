package io.liquidationmap.api.access;

/// Who sent a request, where requests need a key. A controller method that has a parameter of this type gets it.
///
/// @param name of the key
public record Caller(String name) {}
