package io.liquidationmap.api.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// How one kind of request is read from a query string. A controller method that has a parameter of that kind gets it
/// read and verified.
///
/// @param type the kind of request
/// @param read reads every parameter the endpoint knows, whatever the values of the others
/// @param <T> the kind of request
public record RequestReader<T>(Class<T> type, Function<Query, T> read) {

    /// The parameters such a request has, in the order of the documentation.
    public List<Parameter<?>> parameters() {
        Query nothing = new Query(Map.of(), null);
        Objects.requireNonNull(read.apply(nothing));
        return nothing.known();
    }

    T verified(Query query) {
        T request = read.apply(query);
        query.verify();
        return request;
    }
}
