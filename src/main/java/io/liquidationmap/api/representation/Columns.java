package io.liquidationmap.api.representation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The columns of a table whose rows are things of one kind: their names, and what of a thing stands in each.
/// Immutable.
///
/// @param <T> the kind of thing
public final class Columns<T> {

    private final List<String> names;
    private final List<Cells<T>> groups;

    private Columns(List<String> names, List<Cells<T>> groups) {
        this.names = List.copyOf(names);
        this.groups = List.copyOf(groups);
    }

    /// A column.
    ///
    /// @param name with the unit of what stands in it
    /// @param cell what that is
    public static <T> Columns<T> of(String name, Cell<T> cell) {
        return new Columns<T>(List.of(), List.of()).and(name, cell);
    }

    /// Several columns at once.
    ///
    /// @param cells what stands in them, in the order of `names`
    public static <T> Columns<T> of(List<String> names, Cells<T> cells) {
        return new Columns<T>(List.of(), List.of()).and(names, cells);
    }

    /// These columns and another one.
    public Columns<T> and(String name, Cell<T> cell) {
        return and(List.of(name), row -> {
            List<@Nullable Object> one = new ArrayList<>();
            one.add(cell.of(row));
            return one;
        });
    }

    /// These columns and several others.
    public Columns<T> and(List<String> more, Cells<T> cells) {
        List<String> all = new ArrayList<>(names);
        all.addAll(more);
        List<Cells<T>> allGroups = new ArrayList<>(groups);
        allGroups.add(cells);
        return new Columns<>(all, allGroups);
    }

    /// A row for each of these things.
    public Table table(List<? extends T> rows) {
        return table(List.of(), List.of(), rows);
    }

    /// The same with cells that every row begins with.
    public Table table(List<String> firstNames, List<? extends @Nullable Object> first, List<? extends T> rows) {
        List<String> all = new ArrayList<>(firstNames);
        all.addAll(names);
        Table table = Table.withColumns(all);
        for (T row : rows) {
            List<@Nullable Object> cells = new ArrayList<>(first);
            groups.forEach(group -> cells.addAll(group.of(row)));
            table.row(cells);
        }
        return table;
    }

    /// What stands in one column.
    ///
    /// @param <T> what a row is of
    @FunctionalInterface
    public interface Cell<T> {

        /// The cell of a row; null for a blank one.
        @Nullable Object of(T row);
    }

    /// What stands in several columns.
    ///
    /// @param <T> what a row is of
    @FunctionalInterface
    public interface Cells<T> {

        /// The cells of a row; null for a blank one.
        List<? extends @Nullable Object> of(T row);
    }
}
