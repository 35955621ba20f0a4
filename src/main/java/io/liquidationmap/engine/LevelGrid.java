package io.liquidationmap.engine;

import java.util.Arrays;

/// An amount per cohort and level of one side, counted in that side's own direction ([SideTable]): higher bins are
/// nearer to the price and are reached first. Mutable; grows where it is written.
///
/// What a bar opens lies for every cohort at that cohort's own distance from the same entry. So amounts are kept by the
/// bin of the *entry*, in rows that hold all cohorts next to each other: whatever the distances, a bar then writes three
/// neighbouring rows from end to end, which a processor does several cohorts at a time. A cohort's amount in row `r` has
/// its level in bin `r` + its whole offset.
final class LevelGrid {

    private static final int SPARE_ROWS = 64;

    private final int cohorts;
    private final SideTable table;
    private final EntrySpread entries;

    private double[][] rows = new double[0][];

    /// By row, how many entries lie in it, so that a row is empty and not all but empty when the last has been removed.
    private int[] entriesIn = new int[0];

    private int firstRow;

    private final HighestLevels highest;

    LevelGrid(SideTable table, EntrySpread entries) {
        this.table = table;
        this.entries = entries;
        cohorts = table.size();
        highest = new HighestLevels(table);
    }

    void clear() {
        for (double[] row : rows) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(entriesIn, 0);
        highest.forget();
    }

    /// Makes room for entries in `[from, to]`.
    void makeRoom(double from, double to) {
        int first = (int) Math.floor(from);
        int end = (int) Math.floor(to) + NearestBins.ROWS;
        int endRow = firstRow + rows.length;
        if (first >= firstRow && end <= endRow) {
            return;
        }
        boolean empty = rows.length == 0;
        int newFirst = empty ? first : Math.min(firstRow, first - SPARE_ROWS);
        int newEnd = empty ? end : Math.max(endRow, end + SPARE_ROWS);
        int[] roomierEntries = new int[newEnd - newFirst];
        System.arraycopy(entriesIn, 0, roomierEntries, empty ? 0 : firstRow - newFirst, entriesIn.length);
        entriesIn = roomierEntries;
        double[][] roomier = new double[newEnd - newFirst][];
        for (int row = newFirst; row < newEnd; row++) {
            boolean known = row >= firstRow && row < endRow;
            roomier[row - newFirst] = known ? rows[row - firstRow] : new double[cohorts];
        }
        rows = roomier;
        firstRow = newFirst;
    }

    /// Adds to each cohort at its distance from the three entries of a bar, for which there is room.
    ///
    /// @param amounts by cohort, over the three entries
    /// @param fromCohort the first one that something is added to
    void add(double low, double middle, double high, double[] amounts, int fromCohort) {
        add(low, entries.low(), amounts, fromCohort);
        add(middle, entries.middle(), amounts, fromCohort);
        add(high, entries.high(), amounts, fromCohort);
        double nearest = Math.max(low, high);
        highest.written((int) Math.floor(nearest) + NearestBins.ROWS - 1, table.highestBin(nearest));
    }

    private void add(double entry, double share, double[] amounts, int fromCohort) {
        int i = split(entry, share, amounts, fromCohort) - firstRow;
        entriesIn[i]++;
        entriesIn[i + 1]++;
        entriesIn[i + 2]++;
    }

    /// Takes away what is left of the three entries of a bar.
    ///
    /// @param amounts by cohort, over the three entries, below 0
    /// @param fromCohort the first one that something is taken from; of the others it has been
    void remove(double low, double middle, double high, double[] amounts, int fromCohort) {
        remove(low, entries.low(), amounts, fromCohort);
        remove(middle, entries.middle(), amounts, fromCohort);
        remove(high, entries.high(), amounts, fromCohort);
    }

    private void remove(double entry, double share, double[] amounts, int fromCohort) {
        int row = split(entry, share, amounts, fromCohort);
        for (int i = row - firstRow; i < row - firstRow + NearestBins.ROWS; i++) {
            if (--entriesIn[i] == 0) {
                Arrays.fill(rows[i], 0);
            }
        }
    }

    /// @return the first of the rows that were written
    private int split(double entry, double share, double[] amounts, int fromCohort) {
        double floor = Math.floor(entry);
        int row = (int) floor;
        int i = row - firstRow;
        NearestBins.split(
                entry - floor, table.partialOffsets(), amounts, share, rows[i], rows[i + 1], rows[i + 2], fromCohort);
        return row;
    }

    /// Adds to one cohort what of an amount at its distance from an entry lies below bin `edge`.
    ///
    /// @return the rest
    double addBelow(int edge, int cohort, double entry, double amount) {
        double floor = Math.floor(entry);
        double part = entry - floor + table.partialOffsets()[cohort];
        int carry = part >= 1 ? 1 : 0;
        int bin = (int) floor + table.wholeOffset(cohort) + carry;
        if (bin >= edge) {
            return amount;
        }
        double upperPart = amount * (part - carry);
        addAt(bin, cohort, amount - upperPart);
        if (bin + 1 >= edge) {
            return upperPart;
        }
        addAt(bin + 1, cohort, upperPart);
        return 0;
    }

    /// Adds to one cohort at its distance from an entry, to bin `lastBin` what lies beyond that.
    void addUpTo(int lastBin, int cohort, double entry, double amount) {
        double position = entry + table.offset(cohort);
        double floor = Math.floor(position);
        int bin = (int) floor;
        double upperPart = amount * (position - floor);
        addAt(Math.min(bin, lastBin), cohort, amount - upperPart);
        addAt(Math.min(bin + 1, lastBin), cohort, upperPart);
    }

    /// Adds to what a cohort holds in a bin there is room for.
    private void addAt(int bin, int cohort, double amount) {
        int row = bin - table.wholeOffset(cohort);
        rows[row - firstRow][cohort] += amount;
        highest.written(row, bin);
    }

    /// Whether any bin from `edge` up may hold something.
    boolean reaches(int edge) {
        return highest.reach(edge);
    }

    /// What a cohort holds in the bins from `edge` up.
    double sumFrom(int edge, int cohort) {
        double sum = 0;
        for (int row = Math.max(edge - table.wholeOffset(cohort), firstRow); row <= highest.row(cohort); row++) {
            sum += rows[row - firstRow][cohort];
        }
        return sum;
    }

    /// Clears the bins from `edge` up of every cohort.
    ///
    /// @param cleared what they held, by cohort, as a result
    void clearFrom(int edge, double[] cleared) {
        for (int k = 0; k < cohorts; k++) {
            double sum = 0;
            for (int row = Math.max(edge - table.wholeOffset(k), firstRow); row <= highest.row(k); row++) {
                double[] amounts = rows[row - firstRow];
                sum += amounts[k];
                amounts[k] = 0;
            }
            cleared[k] = sum;
        }
        highest.swept(edge);
    }

    /// Adds up by bin what the three entries of bars hold, each cohort times a factor; not what was added from elsewhere.
    ///
    /// @param edge the bin to begin with
    /// @param target by bin from [#lowestBin()] to [#endBin()]
    void addFrom(int edge, double[] factors, double[] target) {
        int shallowest = table.shallowestWholeOffset();
        int from = Math.max(firstRow, edge - shallowest);
        for (int row = from; row < firstRow + rows.length; row++) {
            if (entriesIn[row - firstRow] == 0) {
                continue;
            }
            double[] amounts = rows[row - firstRow];
            int base = row - lowestBin();
            boolean whole = row + table.deepestWholeOffset() >= edge;
            for (int k = 0; k < cohorts; k++) {
                if (whole || row + table.wholeOffset(k) >= edge) {
                    target[base + table.wholeOffset(k)] += factors[k] * amounts[k];
                }
            }
        }
    }

    /// Adds what another grid of the same side holds below bin `edge`, each cohort times a factor. Of the entries behind
    /// it none can be removed again.
    void addBelow(int edge, LevelGrid other, double[] factors) {
        makeRoom(other.firstRow, (double) other.firstRow + other.rows.length - NearestBins.ROWS);
        for (int i = 0; i < other.rows.length; i++) {
            int row = other.firstRow + i;
            double[] amounts = other.rows[i];
            double[] target = rows[row - firstRow];
            if (row + table.shallowestWholeOffset() < edge) {
                for (int k = 0; k < target.length; k++) {
                    target[k] += factors[k] * amounts[k];
                }
            } else {
                for (int k = 0; k < target.length; k++) {
                    target[k] += row + table.wholeOffset(k) < edge ? factors[k] * amounts[k] : 0;
                }
            }
        }
        highest.written(other.firstRow + other.rows.length - 1, edge - 1);
    }

    /// Adds up what each cohort holds below bin `edge`, times a factor.
    ///
    /// @param sums by cohort, added to
    void sumBelow(int edge, double[] factors, double[] sums) {
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < cohorts; k++) {
                if (firstRow + i + table.wholeOffset(k) < edge) {
                    sums[k] += factors[k] * rows[i][k];
                }
            }
        }
    }

    /// Memory it takes, about.
    int kilobytes() {
        return 1 + rows.length * cohorts * Double.BYTES / 1024;
    }

    /// Everything in bins up to one, by cohort and from that bin outwards to the last that holds anything.
    double[][] outwards(int nearestBin) {
        int deepest = nearestBin + 1;
        for (int row = 0; row < rows.length; row++) {
            for (int k = 0; k < cohorts; k++) {
                if (rows[row][k] != 0) {
                    deepest = Math.min(deepest, firstRow + row + table.wholeOffset(k));
                }
            }
        }
        double[][] outwards = new double[cohorts][nearestBin + 1 - deepest];
        for (int k = 0; k < cohorts; k++) {
            for (int i = 0; i < outwards[k].length; i++) {
                outwards[k][i] = amount(k, nearestBin - i);
            }
        }
        return outwards;
    }

    /// Multiplies everything a cohort holds.
    void scale(int cohort, double factor) {
        for (double[] row : rows) {
            row[cohort] *= factor;
        }
    }

    /// The lowest bin there is room for.
    int lowestBin() {
        return firstRow + table.deepestWholeOffset();
    }

    /// The bin after the highest there is room for.
    int endBin() {
        return firstRow + rows.length + table.shallowestWholeOffset();
    }

    /// What a cohort holds in a bin.
    double amount(int cohort, int bin) {
        int row = bin - table.wholeOffset(cohort) - firstRow;
        return row < 0 || row >= rows.length ? 0 : rows[row][cohort];
    }
}
