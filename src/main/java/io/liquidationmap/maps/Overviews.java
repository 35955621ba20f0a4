package io.liquidationmap.maps;

import java.util.List;

/// Where questions about many symbols at once begin.
public interface Overviews {

    /// One row per symbol, each as of its own last bar. What cannot be known of one does not keep the others back: its
    /// row says why.
    ///
    /// @throws QuestionException if a symbol or venue that is named is not known, or nothing is stored at all
    List<SymbolOverview> rows(OverviewQuery query);
}
