package io.liquidationmap.api.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// How one kind of request is read from a body: a JSON object, whose fields are read and refused as query parameters
/// are. A controller method that has a parameter of that kind gets it read and verified.
///
/// @param type the kind of request
/// @param read reads every field the endpoint knows, whatever the values of the others
/// @param <T> the kind of request
public record BodyReader<T>(Class<T> type, Function<Query, T> read) {

    /// The fields such a body has, in the order of the documentation.
    public List<Parameter<?>> fields() {
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
