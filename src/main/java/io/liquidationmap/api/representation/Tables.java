package io.liquidationmap.api.representation;

import io.liquidationmap.api.query.Parameter;
import io.liquidationmap.api.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The tables of one kind of answer, each under the name that its list has in JSON, and the parameter `table` that
/// chooses among them. Immutable.
///
/// @param <A> the kind of answer
public final class Tables<A> {

    private static final String PARAMETER = "table";

    private static final String DESCRIPTION =
            "Which list of the answer is written as CSV, by its name in JSON. JSON has"
                    + " them all, so that the parameter is refused with it. Without it, ";

    private final String main;
    private final Map<String, Function<A, Table>> others;
    private final Parameter<String> parameter;

    private Tables(String main, Map<String, Function<A, Table>> others) {
        this.main = main;
        this.others = others;
        List<String> names = new ArrayList<>(List.of(main));
        names.addAll(others.keySet());
        // No default in the words of OpenAPI: a client that sends those would be refused whenever it wants JSON.
        this.parameter = Parameter.optional(PARAMETER, new TableName(names), names.getLast(), DESCRIPTION + main + ".");
    }

    /// Begins with the table that is written when none is named: [Tabular#table()].
    public static <A> Tables<A> withMain(String name) {
        return new Tables<>(name, Map.of());
    }

    /// These tables and another one.
    public Tables<A> and(String name, Function<A, Table> table) {
        Map<String, Function<A, Table>> more = new LinkedHashMap<>(others);
        more.put(name, table);
        return new Tables<>(main, more);
    }

    /// One of the tables of an answer that is not its main one.
    public Table table(A answer, String name) {
        Function<A, Table> table = others.get(name);
        if (table == null) {
            throw new IllegalArgumentException("there is no table " + name);
        }
        return table.apply(answer);
    }

    /// How such an answer is to be written.
    ///
    /// @throws org.springframework.web.server.NotAcceptableStatusException if the client accepts neither JSON nor CSV
    public Rendition read(Query query) {
        Rendition byFormat = FormatParameter.read(query);
        String table = query.find(parameter);
        if (table != null && byFormat.format() == Format.JSON) {
            query.refuse(
                    parameter,
                    "chooses a table of CSV, and this answer would be JSON",
                    parameter.type().allowed() + ", together with format=csv or Accept: text/csv");
        }
        return table == null || table.equals(main) ? byFormat : new Rendition(byFormat.format(), table);
    }
}
